import { CircleHelp, CornerDownRight, SquareDashed } from 'lucide-react'
import { StepIcon } from '../canvas/step-icon.tsx'
import { useEditorState } from '../editor/context.tsx'
import { exitLabel, exitLanguage, familyOf, kindOf, titleLanguage, titleOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import styles from './outline.module.css'
import type { OutlineRow } from './outline-rows.ts'
import { outlineWords } from './words.ts'

interface WordsProps {
  row: OutlineRow
  /** The number of the step, or of the step the line leads to. */
  number: number
}

/** What a line is called: what is seen of it, and its name for a screen reader. */
export function LineWords({ row, number }: WordsProps) {
  if (row.kind === 'step') return <StepWords row={row} number={number} />
  if (row.kind === 'member') return <MemberWords row={row} number={number} />
  return <ExitWords row={row} number={number} />
}

function StepWords({ row: { node }, number }: WordsProps) {
  const language = useEditorState(state => state.language)
  const isLit = useEditorState(state => state.litPath.some(passage => passage.node === node.id))
  const kind = kindOf(node.type)
  const title = titleOf(node, language)
  return (
    <>
      <span className={styles.number}>{number}</span>{' '}
      <StepIcon Icon={nodeView(node.type)?.Icon ?? CircleHelp} family={familyOf(node.type)} />
      <span className={styles.title} data-lit={isLit || undefined} lang={titleLanguage(node, language)}>
        {title}
      </span>{' '}
      {title !== kind && <span className={styles.kind}>{kind}</span>}
    </>
  )
}

function ExitWords({ row, number }: WordsProps & { row: { kind: 'exit' } }) {
  const t = useWords(outlineWords)
  const language = useEditorState(state => state.language)
  const { node, exit, to, hasInside } = row
  const isLit = useEditorState(state => state.litPath.some(one => one.node === node.id && one.exit === exit))
  return (
    <>
      <CornerDownRight size={16} className={styles.turn} aria-hidden />
      <span className={styles.exit} data-lit={isLit || undefined} lang={exitLanguage(node, exit, language)}>
        {exitLabel(node, exit, language)}
      </span>{' '}
      {to && (
        <span className={styles.target}>
          → {number} <span lang={titleLanguage(to, language)}>{titleOf(to, language)}</span>
        </span>
      )}
      {!to && !hasInside && <span className={styles.nowhere}>{t('goesNowhere')}</span>}
    </>
  )
}

function MemberWords({ row: { to }, number }: WordsProps & { row: { kind: 'member' } }) {
  const language = useEditorState(state => state.language)
  return (
    <>
      <SquareDashed size={16} className={styles.turn} aria-hidden />
      <span className={styles.target}>
        {number} <span lang={titleLanguage(to, language)}>{titleOf(to, language)}</span>
      </span>
    </>
  )
}
