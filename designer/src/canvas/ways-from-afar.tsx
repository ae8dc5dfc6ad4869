import { ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import type { CanvasEdge } from './canvas-edge.ts'
import type { CanvasNode } from './canvas-node.ts'
import { farWays } from './far-ways.ts'
import styles from './way.module.css'

const THIN = 3 // pixels before they are seen at a fifth of their size or less
const BOLD = 14

/** The ways between boxes, in place of a line each that can be pointed at; a click finds them by where they run. */
export function WaysFromAfar({ nodes, edges }: { nodes: readonly CanvasNode[]; edges: readonly CanvasEdge[] }) {
  const ways = useMemo(() => farWays(nodes, edges), [nodes, edges])
  return (
    <ViewportPortal>
      <svg className={styles.fromAfar} aria-hidden>
        {ways.map(({ id, ends: [from, to], isLit, isSelected, heat, width }) => (
          <path
            key={id}
            d={`M${from.x},${from.y}L${to.x},${to.y}`}
            className={`${styles.way} ${styles.wayLine}`}
            data-lit={isLit || undefined}
            data-selected={isSelected || undefined}
            data-heat={heat ?? undefined}
            style={{ strokeWidth: isLit || isSelected ? BOLD : THIN + width }}
          />
        ))}
      </svg>
    </ViewportPortal>
  )
}
