import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, memo, useId } from 'react'
import { shallow } from 'zustand/shallow'
import type { CanvasMenuRequest } from '../canvas/canvas-context.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { exitLabel, titleOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { ExitWords, StepWords } from './line-words.tsx'
import styles from './outline.module.css'
import type { OutlineRow } from './outline-rows.ts'
import { outlineWords } from './words.ts'

interface OutlineLineProps {
  row: OutlineRow
  /** What is to be known about the row's step, in words. */
  facts: string
  /** The number of the step, or of the step the exit leads to. */
  number: number
  isCurrent: boolean
  isSelected: boolean
  isFolded: boolean
  onKeyDown(event: KeyboardEvent, row: OutlineRow): void
  onFocus(key: string): void
  onFold(key: string, isFolded: boolean): void
  onMenu(request: CanvasMenuRequest): void
  formatNumber(value: number): string
}

/** Rows are made anew with every change; most of them say what they said before. */
const isSameRow = (a: OutlineRow, b: OutlineRow): boolean =>
  a.key === b.key &&
  a.node === b.node &&
  a.level === b.level &&
  a.position === b.position &&
  a.siblings === b.siblings &&
  a.hasInside === b.hasInside &&
  (a.kind === 'exit' ? a.to : a.number) === (b.kind === 'exit' ? b.to : b.number)

const isSameLine = ({ row, ...props }: OutlineLineProps, { row: nextRow, ...next }: OutlineLineProps): boolean =>
  isSameRow(row, nextRow) && shallow(props, next)

/** One line: a step, or a way out of one. */
export const OutlineLine = memo(function OutlineLine(props: OutlineLineProps) {
  const { row, facts, number, isCurrent, isSelected, isFolded, onKeyDown, onFocus, onFold, onMenu, formatNumber } =
    props
  const t = useWords(outlineWords)
  const wordsId = useId()
  const editor = useEditor()
  const language = useEditorState(state => state.language)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const title = titleOf(row.node, language)
  const exit = row.kind === 'exit' ? exitLabel(row.node, row.exit, language) : ''
  const indent: CSSProperties & { '--level': number } = { '--level': row.level - 1 }
  const Chevron = isFolded ? ChevronRight : ChevronDown

  const activate = () => {
    const { goTo, choose } = editor.getState()
    if (row.kind === 'step') goTo(row.node.id, '')
    else if (row.to) goTo(row.to.id)
    else if (row.hasInside) onFold(row.key, !isFolded)
    else if (!isReadOnly) choose({ node: row.node.id, exit: row.exit, mode: 'add' })
  }

  return (
    <div
      role="treeitem"
      data-key={row.key}
      data-kind={row.kind}
      tabIndex={isCurrent ? 0 : -1}
      aria-labelledby={wordsId}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.hasInside ? !isFolded : undefined}
      aria-selected={isSelected}
      className={styles.line}
      style={indent}
      onKeyDown={event => onKeyDown(event, row)}
      onFocus={() => onFocus(row.key)}
      onClick={activate}
    >
      {row.hasInside ? (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className={styles.chevron}
          title={t(isFolded ? 'unfold' : 'fold')}
          onClick={event => {
            event.stopPropagation()
            onFold(row.key, !isFolded)
          }}
        >
          <Chevron size={16} aria-hidden />
        </button>
      ) : (
        <span className={styles.chevron} />
      )}
      <span id={wordsId} className={styles.words}>
        {row.kind === 'step' ? (
          <StepWords row={row} number={number} facts={facts} formatNumber={formatNumber} />
        ) : (
          <ExitWords row={row} number={number} formatNumber={formatNumber} />
        )}
      </span>
      {!isReadOnly && (
        <button
          type="button"
          tabIndex={isCurrent ? 0 : -1}
          className={styles.actions}
          aria-haspopup="menu"
          aria-label={t('actions', { title: row.kind === 'step' ? title : `${title}: ${exit}` })}
          onClick={event => {
            event.stopPropagation()
            const { left, bottom } = event.currentTarget.getBoundingClientRect()
            const about = row.kind === 'step' ? null : row.exit
            onMenu({ node: row.node.id, exit: about, x: left, y: bottom, from: event.currentTarget })
          }}
        >
          <Ellipsis size={18} aria-hidden />
        </button>
      )}
    </div>
  )
}, isSameLine)
