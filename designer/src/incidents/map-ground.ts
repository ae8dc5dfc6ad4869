import type { District, MapPoint } from '@pregoner/shared'
import { type GeoJSONSource, type Map as MapLibre, Marker } from 'maplibre-gl'

const NAMES_FROM_ZOOM = 12 // further away the names of districts lie upon each other

const colour = (token: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(token).trim() || 'rgba(0, 0, 0, 0)'

const featuresOf = (districts: readonly District[]) => ({
  type: 'FeatureCollection' as const,
  features: districts.map(({ outline }) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'MultiPolygon' as const, coordinates: outline },
  })),
})

/** The middle of the box around a district's first piece: near enough for a name. */
function middleOf({ outline }: District): [number, number] {
  const corners = outline[0]?.[0] ?? []
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return [middle(corners.map(([x]) => x)), middle(corners.map(([, y]) => y))]
}

/** Draws the parts of the town under everything else, with their names; the returned function removes them. */
export function drawDistricts(map: MapLibre, districts: readonly District[], nameClass: string): () => void {
  const data = featuresOf(districts)
  const known = map.getSource<GeoJSONSource>('districts')
  if (known) known.setData(data)
  else {
    map.addSource('districts', { type: 'geojson', data })
    map.addLayer({ id: 'districts-fill', type: 'fill', source: 'districts', paint: {} })
    map.addLayer({ id: 'districts', type: 'line', source: 'districts', paint: { 'line-width': 1.5 } })
  }
  map.setPaintProperty('districts-fill', 'fill-color', colour('--surface'))
  map.setPaintProperty('districts', 'line-color', colour('--line-strong'))
  const names = districts.map(district => {
    const element = document.createElement('span')
    element.className = nameClass
    element.textContent = district.name
    element.setAttribute('aria-hidden', 'true')
    return new Marker({ element }).setLngLat(middleOf(district)).addTo(map)
  })
  const showNames = () => {
    for (const name of names) name.getElement().hidden = map.getZoom() < NAMES_FROM_ZOOM
  }
  showNames()
  map.on('zoomend', showNames)
  return () => {
    map.off('zoomend', showNames)
    for (const name of names) name.remove()
  }
}

/** Where much happens, as warmth instead of dots; the returned function removes it. */
export function drawHeat(map: MapLibre, points: readonly MapPoint[]): () => void {
  const features = points.map(coordinates => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Point' as const, coordinates },
  }))
  map.addSource('heat', { type: 'geojson', data: { type: 'FeatureCollection', features } })
  map.addLayer({
    id: 'heat',
    type: 'heatmap',
    source: 'heat',
    paint: {
      'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 10, 12, 16, 40],
      'heatmap-opacity': 0.85,
      'heatmap-color': [
        'interpolate',
        ['linear'],
        ['heatmap-density'],
        0,
        'rgba(0, 0, 0, 0)',
        0.2,
        colour('--heat-2'),
        0.6,
        colour('--heat-3'),
        1,
        colour('--heat-4'),
      ],
    },
  })
  return () => {
    if (!map.getLayer('heat')) return
    map.removeLayer('heat')
    map.removeSource('heat')
  }
}
