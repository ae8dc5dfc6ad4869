import { useWords } from '../i18n/index.ts'
import type { OfferedTemplate } from './offered-templates.ts'
import styles from './template-choice.module.css'
import { TemplateState } from './template-state.tsx'
import { connectionWords } from './words/connection.ts'
import { windowTemplateWords } from './words/window-template.ts'

interface TemplateChoiceProps {
  offered: OfferedTemplate
  isChosen: boolean
  onChoose: () => void
}

/** One template of the account: its text, how each of its languages stands, and why it cannot be chosen. */
export function TemplateChoice({ offered, isChosen, onChoose }: TemplateChoiceProps) {
  const t = useWords(windowTemplateWords)
  const c = useWords(connectionWords)
  const { name, versions, fault } = offered
  const [first] = versions
  const reasons = new Set(versions.flatMap(({ reason }) => reason ?? []))
  return (
    <label className={styles.choice}>
      <input
        type="radio"
        name="template"
        value={name}
        checked={isChosen}
        disabled={fault !== null}
        onChange={onChoose}
      />
      <span className={styles.about}>
        <span className={styles.name}>{name}</span>
        <span className={styles.text} lang={first?.language.slice(0, 2)}>
          {first?.text}
        </span>
        <span className={styles.states}>
          {versions.map(({ id, language, state }) => (
            <TemplateState key={id} language={language} state={state} />
          ))}
        </span>
        {fault && (
          <span className={styles.fault}>
            {t(`fault.${fault}`)}
            {[...reasons].map(reason => ` ${c('reason', { reason })}`)}
          </span>
        )}
      </span>
    </label>
  )
}
