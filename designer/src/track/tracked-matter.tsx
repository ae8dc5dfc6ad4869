import { type TrackedIncident, type TrackedStep, textIn } from '@pregoner/shared'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { statusLooks } from '../incidents/status-looks.ts'
import styles from './track.module.css'
import { trackWords } from './words.ts'

/** One matter: how it stands now, what it is about, and the days on which it went on. */
export function TrackedMatter({ incident }: { incident: TrackedIncident }) {
  const t = useWords(trackWords)
  const [language] = useLanguage()
  const { Icon, tone } = statusLooks[incident.status]
  const named = (name: TrackedIncident['category']) => textIn(name ?? undefined, language, incident.language)
  const facts = [
    ['category', named(incident.category)],
    ['department', named(incident.department)],
    ['area', incident.area ?? ''],
  ] as const
  return (
    <article className={styles.matter}>
      <p className={styles.code}>{incident.reference}</p>
      <h2 className={styles.status} data-tone={tone}>
        <Icon size={24} aria-hidden="true" />
        {t(`status.${incident.status}`)}
      </h2>
      <p>{t(`means.${incident.status}`)}</p>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <h3>{t('steps')}</h3>
      <ol className={styles.steps}>
        {incident.steps.map((step, at) => (
          <Step key={at} step={step} isLast={at === incident.steps.length - 1} />
        ))}
      </ol>
      <p className={styles.hint}>{t('private')}</p>
    </article>
  )
}

function Step({ step, isLast }: { step: TrackedStep; isLast: boolean }) {
  const t = useWords(trackWords)
  const formats = useFormats()
  return (
    <li data-tone={statusLooks[step.status].tone} aria-current={isLast ? 'step' : undefined}>
      <span>{t(`status.${step.status}`)}</span>
      <time dateTime={step.day}>{formats.date(step.day)}</time>
    </li>
  )
}
