import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, memo, useId } from 'react'
import { shallow } from 'zustand/shallow'
import type { CanvasMenuRequest } from '../canvas/canvas-context.ts'
import { useEditorState } from '../editor/context.tsx'
import { exitLabel, titleOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { ExitDescription, StepBadges, StepDescription } from './line-facts.tsx'
import { LineWords } from './line-words.tsx'
import styles from './outline.module.css'
import { exitOf, type OutlineRow, stepOf } from './outline-rows.ts'
import { outlineWords } from './words.ts'

/** What all lines are given alike; made once, so that a key press does not draw all of them again. */
export interface LineDeeds {
  onKeyDown(event: KeyboardEvent, row: OutlineRow): void
  onActivate(event: MouseEvent, row: OutlineRow): void
  onFocus(key: string): void
  onFold(key: string, isFolded: boolean): void
  onMenu(request: CanvasMenuRequest): void
  formatNumber(value: number): string
}

interface OutlineLineProps extends LineDeeds {
  row: OutlineRow
  /** What is to be known about the row's step, in words. */
  facts: string
  areas: string
  /** The number of the step, or of the step the line leads to. */
  number: number
  isCurrent: boolean
  isSelected: boolean
  isFolded: boolean
}

/** Rows are made anew with every change; most of them say what they said before. */
const isSameRow = (a: OutlineRow, b: OutlineRow): boolean =>
  a.key === b.key &&
  a.node === b.node &&
  a.level === b.level &&
  a.position === b.position &&
  a.siblings === b.siblings &&
  a.hasInside === b.hasInside &&
  (a.kind === 'step' || (b.kind !== 'step' && a.to === b.to))

const isSameLine = ({ row, ...props }: OutlineLineProps, { row: nextRow, ...next }: OutlineLineProps): boolean =>
  isSameRow(row, nextRow) && shallow(props, next)

/** One line: a step, a way out of one, or what lies inside an area. */
export const OutlineLine = memo(function OutlineLine(props: OutlineLineProps) {
  const { row, facts, areas, number, isCurrent, isSelected, isFolded, ...deeds } = props
  const { onKeyDown, onActivate, onFocus, onFold, onMenu, formatNumber } = deeds
  const t = useWords(outlineWords)
  const wordsId = useId()
  const factsId = useId()
  const language = useEditorState(state => state.language)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const title = titleOf(stepOf(row), language)
  const exit = row.kind === 'exit' ? exitLabel(row.node, row.exit, language) : ''
  const indent: CSSProperties & { '--level': number } = { '--level': row.level - 1 }
  const Chevron = isFolded ? ChevronRight : ChevronDown

  return (
    <div
      role="treeitem"
      data-key={row.key}
      data-kind={row.kind}
      tabIndex={isCurrent ? 0 : -1}
      aria-labelledby={wordsId}
      aria-describedby={row.kind === 'member' ? undefined : factsId}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.hasInside ? !isFolded : undefined}
      aria-selected={isSelected}
      className={styles.line}
      style={indent}
      onKeyDown={event => onKeyDown(event, row)}
      onFocus={() => onFocus(row.key)}
      onClick={event => onActivate(event, row)}
      onContextMenu={event => {
        if (isReadOnly) return
        event.preventDefault()
        const { clientX: x, clientY: y, currentTarget: from } = event
        onMenu({ node: stepOf(row).id, exit: exitOf(row), x, y, from })
      }}
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
        <LineWords row={row} number={number} />
      </span>
      {row.kind === 'step' && (
        <>
          <StepBadges node={row.node} formatNumber={formatNumber} />
          <StepDescription id={factsId} node={row.node} facts={facts} areas={areas} />
        </>
      )}
      {row.kind === 'exit' && (
        <>
          <ExitCount row={row} formatNumber={formatNumber} />
          <ExitDescription id={factsId} node={row.node} exit={row.exit} />
        </>
      )}
      {!isReadOnly && (
        <button
          type="button"
          tabIndex={isCurrent ? 0 : -1}
          className={styles.actions}
          aria-haspopup="menu"
          aria-label={t('actions', { title: row.kind === 'exit' ? `${title}: ${exit}` : title })}
          onClick={event => {
            event.stopPropagation()
            const { left, bottom } = event.currentTarget.getBoundingClientRect()
            onMenu({ node: stepOf(row).id, exit: exitOf(row), x: left, y: bottom, from: event.currentTarget })
          }}
        >
          <Ellipsis size={18} aria-hidden />
        </button>
      )}
    </div>
  )
}, isSameLine)

function ExitCount({ row, formatNumber }: { row: OutlineRow & { kind: 'exit' } } & Pick<LineDeeds, 'formatNumber'>) {
  const count = useEditorState(({ counts }) => (counts.isShown ? counts.exit(row.node.id, row.exit) : null))
  if (count === null) return null
  return (
    <span className={styles.passed} aria-hidden>
      {formatNumber(count)}
    </span>
  )
}
