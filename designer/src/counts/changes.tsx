import type { CountPeriod, FlowNode, UnderstandingChanges } from '@pregoner/shared'
import { describeError } from '../api/api-error.ts'
import { useUnderstanding } from '../api/counts.ts'
import { useEditorState } from '../editor/context.tsx'
import { exitLabel } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import styles from './numbers.module.css'
import { lostWords } from './words/not-understood.ts'

const MAX_LINES = 4

interface ChangesProps {
  townKey: string
  period: CountPeriod
  /** The step as it is, or as it would be. */
  node: FlowNode
  title: 'change' | 'draftChange'
  /** Says nothing while there is nothing to say. */
  isQuiet?: boolean
}

/** What a step drawn this way would have changed in the stored conversations. */
export function Changes({ townKey, period, node, title, isQuiet = false }: ChangesProps) {
  const t = useWords(lostWords)
  const flowId = useEditorState(state => state.flow.id)
  const languages = useEditorState(state => state.flow.languages)
  const defaultLanguage = useEditorState(state => state.flow.defaultLanguage)
  const { id, type, config } = node
  const step = { node: { id, type, config }, languages, defaultLanguage }
  const { data, error, isPending } = useUnderstanding(townKey, flowId, period, step)
  const isNothing = data?.gained.length === 0 && data.moved.length === 0
  if (isQuiet && (!data || isNothing)) return null
  return (
    <div className={styles.changes} aria-live="polite">
      <h4 className={styles.changesTitle}>{t(title)}</h4>
      {isPending && <p>{t('reading')}</p>}
      {error && <p>{describeError(error)}</p>}
      {isNothing && <p>{t('nothing')}</p>}
      {data && !isNothing && <Lines changes={data} node={node} />}
    </div>
  )
}

function Lines({ changes, node }: { changes: UnderstandingChanges; node: FlowNode }) {
  const t = useWords(lostWords)
  const language = useEditorState(state => state.language)
  const nameOf = (exit: string) => exitLabel(node, exit, language)
  const gained = changes.gained.slice(0, MAX_LINES)
  const moved = changes.moved.slice(0, MAX_LINES)
  const rest = changes.gained.length + changes.moved.length - gained.length - moved.length
  return (
    <>
      <p>{t('of', { count: changes.notUnderstood })}</p>
      <ul className={styles.changeList}>
        {gained.map(({ to, count, examples }) => (
          <li key={to}>
            {t('gained', { count, to: nameOf(to) })}
            <Examples examples={examples} />
          </li>
        ))}
        {moved.map(({ from, to, count, examples }) => (
          <li key={`${from} ${to}`} className={styles.warned}>
            {to === null
              ? t('lostNow', { count, from: nameOf(from) })
              : t('moved', { count, from: nameOf(from), to: nameOf(to) })}
            <Examples examples={examples} />
          </li>
        ))}
        {rest > 0 && <li>{t('moreChanges', { count: rest })}</li>}
      </ul>
      {changes.isCut && <p className={styles.hint}>{t('cut')}</p>}
    </>
  )
}

function Examples({ examples }: { examples: readonly string[] }) {
  const t = useWords(lostWords)
  if (examples.length === 0) return null
  const quoted = examples.map(example => `«${example}»`).join(', ')
  return <span className={styles.examples}>{t('examples', { examples: quoted })}</span>
}
