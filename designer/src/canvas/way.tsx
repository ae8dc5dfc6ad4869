import { type EdgeProps, useInternalNode } from '@xyflow/react'
import { memo } from 'react'
import { useEditor } from '../editor/context.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import styles from './canvas.module.css'
import type { CanvasEdge } from './canvas-edge.ts'
import { edgePath } from './edge-path.ts'
import { canvasWords } from './words.ts'

const LANE_GAP = 28
const INTERACTION_WIDTH = 24

const useBottom = (id: string): number => {
  const node = useInternalNode(id)
  return node ? node.internals.positionAbsolute.y + (node.measured.height ?? 0) : 0
}

/** The line from an exit to the step it leads to, with its words and a "+" while it is pointed at or selected. */
export const Way = memo(function Way({ id, source, target, data, selected, ...ends }: EdgeProps<CanvasEdge>) {
  const t = useWords(canvasWords)
  const { number } = useFormats()
  const editor = useEditor()
  const laneY = Math.max(useBottom(source), useBottom(target)) + LANE_GAP
  const { path, middleX, middleY, isBack } = edgePath(ends, laneY)
  if (!data) return null
  const { exit, label, count, width, isLit, isReadOnly } = data
  const words = count === null ? label : `${label} · ${number(count)}`

  return (
    <g
      className={styles.way}
      data-back={isBack || undefined}
      data-lit={isLit || undefined}
      data-selected={selected || undefined}
    >
      <path id={id} d={path} className={styles.wayLine} strokeWidth={width} markerEnd="url(#way-end)" />
      <path
        d={path}
        className="react-flow__edge-interaction"
        strokeOpacity={0}
        strokeWidth={INTERACTION_WIDTH}
        fill="none"
      />
      <g className={styles.wayDetails} transform={`translate(${middleX},${middleY})`}>
        <text className={styles.wayLabel} y={-18} textAnchor="middle">
          {words}
        </text>
        {!isReadOnly && (
          // The same is in the menu of the exit, which the keyboard reaches.
          <g
            className={styles.wayInsert}
            aria-hidden
            onClick={event => {
              event.stopPropagation()
              editor.getState().choose({ node: source, exit, mode: 'add' })
            }}
          >
            <title>{t('insertHere')}</title>
            <circle r={12} />
            <path d="M-5,0 H5 M0,-5 V5" />
          </g>
        )}
      </g>
    </g>
  )
})
