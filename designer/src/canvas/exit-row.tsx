import type { FlowNode } from '@pregoner/shared'
import { Handle, Position } from '@xyflow/react'
import { Ellipsis, Plus } from 'lucide-react'
import { useEditorState } from '../editor/context.tsx'
import { edgeOf } from '../editor/edit-edges.ts'
import { exitLabel, exitLanguage } from '../editor/labels.ts'
import type { Translate } from '../i18n/index.ts'
import { useCanvas } from './canvas-context.ts'
import styles from './step-card.module.css'
import type { canvasWords } from './words.ts'

interface ExitRowProps {
  node: FlowNode
  exit: string
  isFar: boolean
  t: Translate<Extract<keyof typeof canvasWords.catalogues.ca, string>>
}

/** A way out of a step: its words, how many took it, what can be done with it, and the handle its edge leaves from. */
export function ExitRow({ node, exit, isFar, t }: ExitRowProps) {
  const language = useEditorState(state => state.language)
  const isJoined = useEditorState(state => edgeOf(state.flow, node.id, exit) !== undefined)
  const count = useEditorState(state => (state.counts.isShown ? state.counts.exit(node.id, exit) : null))
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const isReachable = useEditorState(state => state.selection.nodes.includes(node.id))
  const { openMenu, formatNumber } = useCanvas()
  const handle = (
    <Handle
      id={exit}
      type="source"
      position={Position.Right}
      className={styles.exitHandle}
      data-open={isJoined ? undefined : true}
    />
  )
  if (isFar) return <li className={styles.exitRow}>{handle}</li>

  const label = exitLabel(node, exit, language)
  return (
    <li className={styles.exitRow} data-open={isJoined ? undefined : true}>
      <span className={styles.exitLabel} title={label} lang={exitLanguage(node, exit, language)}>
        {label}
      </span>
      {count !== null && <span className={styles.exitCount}>{formatNumber(count)}</span>}
      {!isReadOnly && (
        <button
          type="button"
          className={`${styles.exitButton} nodrag nokey`}
          tabIndex={isReachable ? 0 : -1}
          aria-haspopup="menu"
          aria-label={t(isJoined ? 'exitActions' : 'openExitActions', { exit: label })}
          onClick={event => {
            event.stopPropagation()
            const { left, bottom } = event.currentTarget.getBoundingClientRect()
            openMenu({ node: node.id, exit, x: left, y: bottom, from: event.currentTarget })
          }}
        >
          {isJoined ? <Ellipsis size={16} aria-hidden /> : <Plus size={16} aria-hidden />}
        </button>
      )}
      {handle}
    </li>
  )
}
