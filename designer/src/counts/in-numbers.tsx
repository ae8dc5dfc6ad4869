import type { FlowNode } from '@pregoner/shared'
import { useEditorState } from '../editor/context.tsx'
import { exitsOf } from '../editor/exits.ts'
import { exitLabel } from '../editor/labels.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './numbers.module.css'
import { useCountsShown } from './shown.ts'
import { useShownName } from './use-shown-name.ts'
import { showingWords } from './words/showing.ts'

/** The counts of one step: figures, and its exits as a table whose rows are bars as well. */
export function InNumbers({ node }: { node: FlowNode }) {
  const t = useWords(showingWords)
  const { number, relative, duration } = useFormats()
  const now = useNow()
  const counts = useEditorState(state => state.counts)
  const language = useEditorState(state => state.language)
  const flowId = useEditorState(state => state.flow.id)
  const shown = useCountsShown(flowId)
  const period = useShownName(shown)
  const exits = exitsOf(node)
  const passed = counts.passed(node.id)
  const [here, since, seconds] = [counts.here(node.id), counts.hereSince(node.id), counts.seconds(node.id)]
  const [left, answered] = [counts.left(node.id), counts.answered(node.id)]
  if (!counts.isShown || exits.length === 0) return null

  const isPeriod = shown === 'today' || shown === '7d' || shown === '30d'
  const most = Math.max(1, ...exits.map(({ id }) => counts.exit(node.id, id)))
  const share = (count: number, of: number) => (of === 0 ? '' : ` (${number(Math.round((100 * count) / of))} %)`)
  return (
    <section className={styles.section} aria-labelledby={`numbers-${node.id}`}>
      <h3 id={`numbers-${node.id}`} className={styles.title}>
        {t('inNumbers')} <span className={styles.period}>{isPeriod ? t(`in.${shown}`) : period}</span>
      </h3>
      {passed + here + left === 0 && <p className={styles.hint}>{t('nobody')}</p>}
      {passed + here + left > 0 && (
        <>
          <dl className={styles.figures}>
            <Figure name={t('passages')} value={number(passed)} />
            {here > 0 && (
              <Figure
                name={t('hereNow')}
                value={number(here)}
                hint={since && t('hereSince', { when: relative(since, now) })}
              />
            )}
            {seconds !== null && <Figure name={t('timeToAnswer')} value={duration(seconds)} hint={t('timeHint')} />}
            {left > 0 && (
              <Figure
                name={t('leave')}
                value={`${number(left)}${share(left, left + answered)}`}
                hint={t('leaveHint')}
              />
            )}
          </dl>
          {passed > 0 && (
            <table className={styles.bars}>
              <thead className="visually-hidden">
                <tr>
                  <th scope="col">{t('exit')}</th>
                  <th scope="col">{t('times')}</th>
                </tr>
              </thead>
              <tbody>
                {exits.map(({ id }) => {
                  const count = counts.exit(node.id, id)
                  return (
                    <tr key={id}>
                      <th scope="row">
                        {exitLabel(node, id, language)}
                        <span className={styles.bar} style={{ width: `${(100 * count) / most}%` }} />
                      </th>
                      <td>
                        {number(count)}
                        <span className={styles.share}>{share(count, passed)}</span>
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          )}
        </>
      )}
    </section>
  )
}

function Figure({ name, value, hint }: { name: string; value: string; hint?: string | null }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd className={styles.value}>{value}</dd>
      {hint && <dd className={styles.figureHint}>{hint}</dd>}
    </div>
  )
}
