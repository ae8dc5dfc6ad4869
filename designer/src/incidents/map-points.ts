import type { IncidentSummary } from '@pregoner/shared'
import { type Map as MapLibre, Marker } from 'maplibre-gl'
import Supercluster from 'supercluster'

const CLUSTER_RADIUS_PX = 44 // dots stay far enough apart to be hit by a finger

interface PointOptions {
  openId: string
  onOpen: (id: string) => void
  clusterLabel: (count: number) => string
  classes: { dot: string; cluster: string }
}

/** Draws the incidents, those close together as one, and again after each move; the returned function removes them. */
export function drawPoints(map: MapLibre, incidents: IncidentSummary[], options: PointOptions): () => void {
  const index = new Supercluster<{ incident: IncidentSummary }>({ radius: CLUSTER_RADIUS_PX, maxZoom: 17 })
  index.load(
    incidents.map(incident => ({
      type: 'Feature',
      properties: { incident },
      geometry: { type: 'Point', coordinates: incident.spot?.at ?? [0, 0] },
    })),
  )
  let markers: Marker[] = []
  const draw = () => {
    for (const marker of markers) marker.remove()
    const box = map.getBounds()
    const found = index.getClusters(
      [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()],
      Math.floor(map.getZoom()),
    )
    markers = found.map(({ geometry, properties }) => {
      const [longitude = 0, latitude = 0] = geometry.coordinates
      const element =
        'cluster' in properties
          ? clusterOf(properties.point_count, options, () =>
              map.easeTo({ center: [longitude, latitude], zoom: index.getClusterExpansionZoom(properties.cluster_id) }),
            )
          : dotOf(properties.incident, options)
      return new Marker({ element }).setLngLat([longitude, latitude]).addTo(map)
    })
  }
  draw()
  map.on('moveend', draw)
  return () => {
    map.off('moveend', draw)
    for (const marker of markers) marker.remove()
  }
}

function clusterOf(count: number, { clusterLabel, classes }: PointOptions, onClick: () => void): HTMLElement {
  const button = buttonOf(classes.cluster, clusterLabel(count), onClick)
  button.textContent = String(count)
  return button
}

function dotOf(incident: IncidentSummary, { openId, onOpen, classes }: PointOptions): HTMLElement {
  const button = buttonOf(classes.dot, `${incident.reference}: ${incident.summary}`, () => onOpen(incident.id))
  button.dataset.status = incident.status
  button.dataset.exact = String(incident.spot?.isExact ?? false)
  button.setAttribute('aria-current', String(incident.id === openId))
  return button
}

function buttonOf(className: string, label: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = className
  button.title = label
  button.setAttribute('aria-label', label)
  button.addEventListener('click', event => {
    event.stopPropagation()
    onClick()
  })
  return button
}
