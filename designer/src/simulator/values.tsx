import { TextInput } from '@mantine/core'
import { type AnswerValue, formatValue, type TownData } from '@pregoner/shared'
import { useLanguage, useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import formStyles from '../nodes/fields/form.module.css'
import type { Names } from './names.ts'
import styles from './simulator.module.css'
import type { TownTimes } from './town-times.ts'
import type { Player } from './use-simulation.ts'
import { simulatorWords } from './words.ts'

interface ValuesProps {
  player: Player
  town: TownData
  names: Names
  times: TownTimes
}

/** What the flow knows now: answers, the contact, what it waits for. */
export function Values({ player, town, names, times }: ValuesProps) {
  const t = useWords(simulatorWords)
  const nameOf = useWords(languageWords)
  const textOf = useValueText(town)
  const { session } = player.simulation
  const { contact, answers, wait } = session
  const language = contact.language ? nameOf(contact.language) : ''
  const known: [string, string][] = [
    [t('values.language'), language],
    ...Object.entries(contact.fields).map(([name, value]): [string, string] => [name, textOf(value)]),
    [t('values.labels'), contact.labels.join(', ')],
    [t('values.topics'), contact.subscriptions.map(names.topic).join(', ')],
    [
      t('values.consents'),
      contact.consents
        .map(consent => `${consent.purpose} ${consent.version} ${consent.accepted ? '✓' : '✗'}`)
        .join(', '),
    ],
  ]
  return (
    <details className={styles.values}>
      <summary className={`${formStyles.folding} ${styles.othersTitle}`}>
        {t('values')}
        <span className={styles.waiting}>
          {wait
            ? t(wait.dueAt ? 'values.until' : 'values.waiting', {
                step: names.step(wait.node),
                time: wait.dueAt ? times.short(wait.dueAt) : '',
              })
            : t('values.idle')}
        </span>
      </summary>
      <div className={styles.valuesBody}>
        <h4 className={styles.valuesTitle}>{t('values.answers')}</h4>
        <Pairs
          pairs={Object.entries(answers).map(([name, value]) => [name, textOf(value)])}
          empty={t('values.none')}
          isMono
        />
        <h4 className={styles.valuesTitle}>{t('values.contact')}</h4>
        <TextInput
          label={t('contact_name')}
          value={player.setup.name}
          maxLength={120}
          onChange={event => player.rename(event.currentTarget.value)}
        />
        <Pairs pairs={known.filter(([, value]) => value !== '')} />
      </div>
    </details>
  )
}

function useValueText(town: TownData): (value: AnswerValue) => string {
  const t = useWords(simulatorWords)
  const [language] = useLanguage()
  return value => {
    if (value === null) return '—'
    if (Array.isArray(value) && value.some(item => typeof item === 'object'))
      return t('values.files', { count: value.length })
    return formatValue(value, { language, timeZone: town.timeZone })
  }
}

function Pairs({ pairs, empty, isMono = false }: { pairs: [string, string][]; empty?: string; isMono?: boolean }) {
  if (pairs.length === 0) return empty ? <p className={styles.none}>{empty}</p> : null
  return (
    <dl className={styles.pairs}>
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt className={isMono ? styles.mono : undefined}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
