import {
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleHelp,
  CornerDownRight,
  Ellipsis,
  TriangleAlert,
  Users,
} from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, memo } from 'react'
import { shallow } from 'zustand/shallow'
import type { CanvasMenuRequest } from '../canvas/canvas-context.ts'
import { StepIcon } from '../canvas/step-icon.tsx'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { exitLabel, familyOf, kindOf, titleOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import styles from './outline.module.css'
import type { OutlineRow } from './outline-rows.ts'
import { outlineWords } from './words.ts'

interface OutlineLineProps {
  row: OutlineRow
  /** How the row's step is read aloud. */
  label: string
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
  const { row, label, number, isCurrent, isSelected, isFolded, onKeyDown, onFocus, onFold, onMenu, formatNumber } =
    props
  const t = useWords(outlineWords)
  const editor = useEditor()
  const language = useEditorState(state => state.language)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const title = titleOf(row.node, language)
  const exit = row.kind === 'exit' ? exitLabel(row.node, row.exit, language) : ''
  const indent: CSSProperties & { '--level': number } = { '--level': row.level - 1 }
  const Chevron = isFolded ? ChevronRight : ChevronDown

  const spoken = () => {
    if (row.kind === 'step') return t('step', { number, label })
    if (row.to) return t('exitTo', { exit, title, number, target: titleOf(row.to, language) })
    return t(row.hasInside ? 'exitInside' : 'exitOpen', { exit, title })
  }
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
      aria-label={spoken()}
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
      {row.kind === 'step' ? (
        <StepWords row={row} number={number} title={title} formatNumber={formatNumber} />
      ) : (
        <ExitWords row={row} number={number} exit={exit} formatNumber={formatNumber} />
      )}
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

interface WordsProps<Row> {
  row: Row
  number: number
  formatNumber(value: number): string
}

function StepWords({ row, number, title, formatNumber }: WordsProps<OutlineRow> & { title: string }) {
  const { errors, warnings } = useEditorState(state => state.problems.at(row.node.id))
  const here = useEditorState(state => state.counts.here(row.node.id))
  const isLit = useEditorState(state => state.litPath.some(({ node }) => node === row.node.id))
  const kind = kindOf(row.node.type)
  return (
    <>
      <span className={styles.number}>{number}</span>
      <StepIcon Icon={nodeView(row.node.type)?.Icon ?? CircleHelp} family={familyOf(row.node.type)} />
      <span className={styles.title} data-lit={isLit || undefined}>
        {title}
      </span>
      {title !== kind && <span className={styles.kind}>{kind}</span>}
      {errors > 0 && (
        <span className={styles.error}>
          <CircleAlert size={14} aria-hidden /> {errors}
        </span>
      )}
      {errors === 0 && warnings > 0 && (
        <span className={styles.warning}>
          <TriangleAlert size={14} aria-hidden /> {warnings}
        </span>
      )}
      {here > 0 && (
        <span className={styles.here}>
          <Users size={14} aria-hidden /> {formatNumber(here)}
        </span>
      )}
    </>
  )
}

function ExitWords({ row, number, exit, formatNumber }: WordsProps<OutlineRow & { kind: 'exit' }> & { exit: string }) {
  const t = useWords(outlineWords)
  const language = useEditorState(state => state.language)
  const count = useEditorState(state => (state.counts.isShown ? state.counts.exit(row.node.id, row.exit) : null))
  return (
    <>
      <CornerDownRight size={16} className={styles.turn} aria-hidden />
      <span className={styles.exit}>{exit}</span>
      {row.to && (
        <span className={styles.target}>
          → {number} {titleOf(row.to, language)}
        </span>
      )}
      {!row.to && !row.hasInside && <span className={styles.nowhere}>{t('goesNowhere')}</span>}
      {count !== null && <span className={styles.kind}>{formatNumber(count)}</span>}
    </>
  )
}
