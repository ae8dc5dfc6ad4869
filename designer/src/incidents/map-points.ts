import { type Map as MapLibre, Marker } from 'maplibre-gl'
import Supercluster from 'supercluster'
import type { MapSpot } from './spots.ts'

const CLUSTER_RADIUS_PX = 44 // dots stay far enough apart to be hit by a finger
const MAX_CLUSTER_ZOOM = 17

interface PointOptions {
  wordsOf: (spot: MapSpot) => string
  onOpen: (id: string) => void
  clusterLabel: (count: number) => string
  classes: { dot: string; cluster: string }
}

/**
 * Draws incidents, those close together as one, and again after each move. What is still to be seen stays the same
 * element, so that whoever has the focus on it keeps it.
 */
export function pointsOn(map: MapLibre, options: PointOptions) {
  let index = indexOf([])
  let openId = ''
  let markers = new Map<string, Marker>()
  const clusters = new Map<string, number>() // their numbers hold until the next `show`

  function draw() {
    const box = map.getBounds()
    const found = index.getClusters(
      [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()],
      Math.floor(map.getZoom()),
    )
    const next = new Map<string, Marker>()
    for (const { geometry, properties } of found) {
      const [longitude = 0, latitude = 0] = geometry.coordinates
      const isCluster = 'cluster' in properties
      const key = isCluster ? `${longitude} ${latitude} ${properties.point_count}` : keyOf(properties.spot, openId)
      if (isCluster) clusters.set(key, properties.cluster_id)
      const goInto = () => {
        const cluster = clusters.get(key)
        if (cluster !== undefined)
          map.easeTo({ center: [longitude, latitude], zoom: index.getClusterExpansionZoom(cluster) })
      }
      const make = () =>
        isCluster ? clusterOf(properties.point_count, options, goInto) : dotOf(properties.spot, openId, options)
      const marker = markers.get(key) ?? new Marker({ element: make() }).setLngLat([longitude, latitude]).addTo(map)
      markers.delete(key)
      next.set(key, marker)
    }
    for (const marker of markers.values()) marker.remove()
    markers = next
  }

  map.on('moveend', draw)
  return {
    show(spots: readonly MapSpot[], open: string): void {
      index = indexOf(spots)
      clusters.clear()
      openId = open
      draw()
    },
    remove(): void {
      map.off('moveend', draw)
      for (const marker of markers.values()) marker.remove()
    },
  }
}

const keyOf = ({ id, rev }: MapSpot, openId: string) => `${id} ${rev} ${id === openId}`

function indexOf(spots: readonly MapSpot[]) {
  const index = new Supercluster<{ spot: MapSpot }>({ radius: CLUSTER_RADIUS_PX, maxZoom: MAX_CLUSTER_ZOOM })
  return index.load(
    spots.map(spot => ({ type: 'Feature', properties: { spot }, geometry: { type: 'Point', coordinates: spot.at } })),
  )
}

function clusterOf(count: number, { clusterLabel, classes }: PointOptions, onClick: () => void): HTMLElement {
  const button = buttonOf(classes.cluster, clusterLabel(count), onClick)
  button.textContent = String(count)
  return button
}

function dotOf(spot: MapSpot, openId: string, { wordsOf, onOpen, classes }: PointOptions): HTMLElement {
  const button = buttonOf(classes.dot, wordsOf(spot), () => onOpen(spot.id))
  button.dataset.status = spot.status
  button.dataset.exact = String(spot.isExact)
  button.setAttribute('aria-current', String(spot.id === openId))
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
