export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}
export type Line = [[number, number], [number, number]]

const steps = [30, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005]
const WANTED_LINES = 5

/** Quiet lines of latitude and longitude for what the map shows, about five each way. */
export function gridLines({ west, south, east, north }: Bounds): Line[] {
  const span = Math.max(east - west, north - south)
  const step = steps.find(size => span / size >= WANTED_LINES) ?? steps.at(-1) ?? 1
  const between = (from: number, to: number) => {
    const first = Math.ceil(from / step)
    const last = Math.floor(to / step)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step)
  }
  return [
    ...between(west, east).map(
      (x): Line => [
        [x, south],
        [x, north],
      ],
    ),
    ...between(south, north).map(
      (y): Line => [
        [west, y],
        [east, y],
      ],
    ),
  ]
}

/** The smallest bounds around the points, with some room; null without points. */
export function boundsOf(points: [number, number][]): Bounds | null {
  if (points.length === 0) return null
  const edges = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [x, y] of points) {
    edges.west = Math.min(edges.west, x)
    edges.south = Math.min(edges.south, y)
    edges.east = Math.max(edges.east, x)
    edges.north = Math.max(edges.north, y)
  }
  const room = 0.002 // about 200 m, so that a single point does not fill the screen
  return {
    west: edges.west - room,
    south: edges.south - room,
    east: edges.east + room,
    north: edges.north + room,
  }
}
