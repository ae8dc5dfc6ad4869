import { type EdgeProps, useInternalNode } from '@xyflow/react'
import { memo, useState } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { exitLabel } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { useCanvas } from './canvas-context.ts'
import type { CanvasEdge, EdgeFacts } from './canvas-edge.ts'
import { useDetail } from './detail.ts'
import { type Above, comesFromAbove, type EdgePath, edgePath, leadsForward } from './edge-path.ts'
import styles from './way.module.css'
import { canvasWords } from './words.ts'

const LANE_GAP = 28
const INTERACTION_WIDTH = 24
const FAR_AWAY = 2.5 // times as wide, or nobody sees it at a third of its size
const MAX_DASHED = 2_000 // pixels; browsers draw every dash, seen or not, and long lines would make panning crawl

const useBox = (id: string) => {
  const node = useInternalNode(id)
  const { x, y } = node?.internals.positionAbsolute ?? { x: 0, y: 0 }
  return { bottom: y + (node?.measured.height ?? 0), top: { x: x + (node?.measured.width ?? 0) / 2, y } }
}

type WayProps = EdgeProps<CanvasEdge>

/** The line from an exit to the step it leads to. */
export const Way = memo(function Way(props: WayProps) {
  const { isDownwards } = useCanvas()
  const isStraightOn = !isDownwards && leadsForward(props)
  return isStraightOn ? <Line {...props} way={edgePath(props, 0)} /> : <LineAround {...props} />
})

/** A line that has to know how large the steps are it runs around; most lines need not listen to them. */
function LineAround(props: WayProps) {
  const { isDownwards } = useCanvas()
  const { bottom, top } = useBox(props.target)
  const sourceBottom = useBox(props.source).bottom
  const above = isDownwards ? { ...top, sourceBottom } : null
  const way = edgePath(props, Math.max(sourceBottom, bottom) + LANE_GAP, above)
  return <Line {...props} way={way} above={above && comesFromAbove(props, above) ? above : null} />
}

interface LineProps extends WayProps {
  way: EdgePath
  /** Where the line comes in from above, when it does. */
  above?: Above | null
}

function Line({ id, source, data, selected, way, above = null, ...ends }: LineProps) {
  const [isPointed, setIsPointed] = useState(false)
  const isFar = useDetail() !== 'full'
  const tip = above
    ? `M${above.x - 5},${above.y - 9} l5,8 l5,-8`
    : `M${ends.targetX - 9},${ends.targetY - 5} l8,5 l-8,5`
  const length = Math.abs(ends.targetX - ends.sourceX) + Math.abs(ends.targetY - ends.sourceY)
  const isDashed = way.isBack && length <= MAX_DASHED

  return (
    <g
      className={styles.way}
      data-dashed={isDashed || undefined}
      data-lit={data?.isLit || undefined}
      data-heat={data?.heat ?? undefined}
      data-selected={selected || undefined}
      onPointerEnter={() => setIsPointed(true)}
      onPointerLeave={() => setIsPointed(false)}
    >
      <path id={id} d={way.path} className={styles.wayLine} strokeWidth={data && data.width * (isFar ? FAR_AWAY : 1)} />
      <path d={tip} className={styles.wayTip} />
      <path
        d={way.path}
        className="react-flow__edge-interaction"
        strokeOpacity={0}
        strokeWidth={INTERACTION_WIDTH}
        fill="none"
      />
      {data && (isPointed || selected) && <WayDetails source={source} way={way} data={data} />}
    </g>
  )
}

/** The words of a line and a "+" to insert a step; the keyboard finds both in the menu of the exit. */
function WayDetails({ source, way, data }: { source: string; way: EdgePath; data: EdgeFacts }) {
  const t = useWords(canvasWords)
  const editor = useEditor()
  const { formatNumber } = useCanvas()
  const { exit, count, isReadOnly } = data
  const label = useEditorState(({ flow, language }) => {
    const from = flow.nodes.find(({ id }) => id === source)
    return from ? exitLabel(from, exit, language) : exit
  })
  return (
    <g transform={`translate(${way.middleX},${way.middleY})`}>
      <text className={styles.wayLabel} y={-18} textAnchor="middle">
        {count === null ? label : `${label} · ${formatNumber(count)}`}
      </text>
      {!isReadOnly && (
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
  )
}
