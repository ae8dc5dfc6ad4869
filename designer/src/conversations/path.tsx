import type { PassedStep } from '@pregoner/shared'
import { textIn } from '@pregoner/shared'
import { useTown } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import { nodeWords } from '../nodes/words.ts'
import styles from './conversation.module.css'
import { conversationWords } from './words.ts'

const isNodeWord = (key: string): key is keyof typeof nodeWords.catalogues.ca =>
  Object.hasOwn(nodeWords.catalogues.ca, key)

/** What the flow did, step by step, the newest on top. */
export function Path({ steps }: { steps: PassedStep[] }) {
  const t = useWords(conversationWords)
  const node = useWords(nodeWords)
  const town = useTown()
  const [language] = useLanguage()
  const formats = useFormats()
  const now = useNow()
  if (steps.length === 0) return <p className={styles.quiet}>{t('noPath')}</p>
  const named = (key: string, otherwise: string) => (isNodeWord(key) ? node(key) : otherwise)
  const exitName = ({ exit, exitWords }: PassedStep) =>
    textIn(exitWords, language, town.defaultLanguage) || named(`exit.${exit}`, exit ?? '')
  const left = (step: PassedStep) => {
    if (step.exit !== null) return t('exit', { exit: exitName(step) })
    return t(step.type === 'end' ? 'ends' : 'stays')
  }
  const words = (step: PassedStep) => step.name || textIn(step.words, language, town.defaultLanguage)
  return (
    <>
      <p className={styles.quiet}>{t('pathHelp')}</p>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={`${step.at} ${step.node} ${steps.length - index}`}>
            <span className={styles.stepTop}>
              <strong>{named(`type.${step.type}`, step.node)}</strong>
              <time dateTime={step.at} title={formats.exact(step.at)}>
                {formats.relative(step.at, now)}
              </time>
            </span>
            {words(step) && <bdi className={styles.stepWords}>{words(step)}</bdi>}
            <span className={styles.quiet}>
              {step.flowName}, {left(step)}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
