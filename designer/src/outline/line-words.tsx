import {
  CircleAlert,
  CircleHelp,
  CornerDownRight,
  DoorOpen,
  MessageCircleQuestion,
  TriangleAlert,
  Users,
} from 'lucide-react'
import { StepIcon } from '../canvas/step-icon.tsx'
import { useEditorState } from '../editor/context.tsx'
import { exitLabel, familyOf, kindOf, titleOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import styles from './outline.module.css'
import type { OutlineRow } from './outline-rows.ts'
import { outlineWords } from './words.ts'

interface WordsProps<Row> {
  row: Row
  /** The number of the step, or of the step the exit leads to. */
  number: number
  formatNumber(value: number): string
}

/** A step in a line: number, name, kind; its facts are seen as badges and heard as words. */
export function StepWords({ row, number, facts, formatNumber }: WordsProps<OutlineRow> & { facts: string }) {
  const language = useEditorState(state => state.language)
  const { errors, warnings } = useEditorState(state => state.problems.at(row.node.id))
  const here = useEditorState(state => state.counts.here(row.node.id))
  const left = useEditorState(({ counts }) => (counts.isShown ? counts.left(row.node.id) : 0))
  const lost = useEditorState(({ counts }) => (counts.isShown ? counts.notUnderstood(row.node.id) : 0))
  const isLit = useEditorState(state => state.litPath.some(({ node }) => node === row.node.id))
  const kind = kindOf(row.node.type)
  const title = titleOf(row.node, language)
  return (
    <>
      <span className={styles.number}>{number}</span>{' '}
      <StepIcon Icon={nodeView(row.node.type)?.Icon ?? CircleHelp} family={familyOf(row.node.type)} />
      <span className={styles.title} data-lit={isLit || undefined}>
        {title}
      </span>{' '}
      {title !== kind && <span className={styles.kind}>{kind}</span>}{' '}
      {errors > 0 && (
        <span className={styles.error} aria-hidden>
          <CircleAlert size={14} /> {errors}
        </span>
      )}
      {errors === 0 && warnings > 0 && (
        <span className={styles.warning} aria-hidden>
          <TriangleAlert size={14} /> {warnings}
        </span>
      )}
      {here > 0 && (
        <span className={styles.here} aria-hidden>
          <Users size={14} /> {formatNumber(here)}
        </span>
      )}
      {left > 0 && (
        <span className={styles.left} aria-hidden>
          <DoorOpen size={14} /> {formatNumber(left)}
        </span>
      )}
      {lost > 0 && (
        <span className={styles.warning} aria-hidden>
          <MessageCircleQuestion size={14} /> {formatNumber(lost)}
        </span>
      )}
      <span className="visually-hidden">{facts}</span>
    </>
  )
}

/** A way out in a line: its words, and where it leads. */
export function ExitWords({ row, number, formatNumber }: WordsProps<OutlineRow & { kind: 'exit' }>) {
  const t = useWords(outlineWords)
  const language = useEditorState(state => state.language)
  const count = useEditorState(state => (state.counts.isShown ? state.counts.exit(row.node.id, row.exit) : null))
  return (
    <>
      <CornerDownRight size={16} className={styles.turn} aria-hidden />
      <span className={styles.exit}>{exitLabel(row.node, row.exit, language)}</span>{' '}
      {row.to && (
        <span className={styles.target}>
          → {number} {titleOf(row.to, language)}
        </span>
      )}{' '}
      {!row.to && !row.hasInside && <span className={styles.nowhere}>{t('goesNowhere')}</span>}{' '}
      {count !== null && <span className={styles.kind}>{formatNumber(count)}</span>}{' '}
      <span className="visually-hidden">{t('exitOf', { title: titleOf(row.node, language) })}</span>
    </>
  )
}
