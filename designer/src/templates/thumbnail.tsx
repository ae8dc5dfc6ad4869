import type { Flow } from '@pregoner/shared'
import family from '../canvas/family.module.css'
import { familyOf } from '../editor/labels.ts'
import { estimatedSize } from '../editor/placement.ts'
import styles from './gallery.module.css'

const MARGIN = 60

/** A small picture of a drawing: its steps in the colours of their families, and what joins them. */
export function Thumbnail({ nodes, edges }: Pick<Flow, 'nodes' | 'edges'>) {
  const boxes = new Map(nodes.map(node => [node.id, { ...node.position, ...estimatedSize(node) }]))
  const all = [...boxes.values()]
  const left = Math.min(...all.map(({ x }) => x)) - MARGIN
  const top = Math.min(...all.map(({ y }) => y)) - MARGIN
  const width = Math.max(...all.map(({ x, width }) => x + width)) - left + MARGIN
  const height = Math.max(...all.map(({ y, height }) => y + height)) - top + MARGIN
  const thin = Math.max(width / 160, height / 90) // about one pixel of a card

  return (
    <svg className={styles.picture} viewBox={`${left} ${top} ${width} ${height}`} aria-hidden="true" focusable="false">
      {edges.map(({ id, from, to }) => {
        const [start, end] = [boxes.get(from), boxes.get(to)]
        if (!start || !end) return null
        const [x1, y1] = [start.x + start.width, start.y + start.height / 2]
        const [x2, y2] = [end.x, end.y + end.height / 2]
        const bend = Math.max(40, Math.abs(x2 - x1) / 2)
        const path = `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`
        return <path key={id} d={path} className={styles.line} strokeWidth={thin} />
      })}
      {nodes.map(node => {
        const box = boxes.get(node.id)
        return (
          <rect
            key={node.id}
            {...box}
            rx={Math.min(thin * 3, 24)}
            className={`${family.hued} ${styles.box}`}
            data-family={familyOf(node.type)}
            strokeWidth={thin}
          />
        )
      })}
    </svg>
  )
}
