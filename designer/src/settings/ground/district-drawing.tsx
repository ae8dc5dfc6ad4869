import type { Geography } from '@pregoner/shared'
import styles from './ground.module.css'

const WIDTH = 640
const HEIGHT = 420
const MARGIN = 12
const DOT = 2.5

/** The parts of the town and its streets as a drawing; degrees of longitude get narrower away from the equator. */
export function DistrictDrawing({ geography, label }: { geography: Geography; label: string }) {
  const { districts, streets } = geography
  const corners = districts.flatMap(({ outline }) => outline.flat(2))
  const all = [...corners, ...streets.map(({ at }) => at)]
  const longitudes = all.map(([x]) => x)
  const latitudes = all.map(([, y]) => y)
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max((east - west) * narrowing, 1e-6),
    (HEIGHT - 2 * MARGIN) / Math.max(north - south, 1e-6),
  )
  const point = ([x, y]: readonly [number, number]) =>
    [MARGIN + (x - west) * narrowing * scale, MARGIN + (north - y) * scale] as const
  const path = (rings: readonly [number, number][][]) =>
    rings
      .map(
        ring =>
          `M${ring
            .map(corner =>
              point(corner)
                .map(value => value.toFixed(1))
                .join(','),
            )
            .join('L')}Z`,
      )
      .join('')
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {districts.map(({ id, name, outline }) => (
        <path key={id} className={styles.district} d={outline.map(path).join('')} fillRule="evenodd">
          <title>{name}</title>
        </path>
      ))}
      {streets.map(({ name, at }) => {
        const [x, y] = point(at)
        return <circle key={`${name} ${at}`} className={styles.street} cx={x} cy={y} r={DOT} />
      })}
    </svg>
  )
}
