import { SegmentedControl, TextInput } from '@mantine/core'
import type { TownData } from '@pregoner/shared'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './publishing.module.css'
import { momentOf, nextMorning, townMoment } from './town-moment.ts'
import { publicationWords } from './words.ts'

/** Now, or a day and an hour as they were typed. */
export type When = 'now' | { date: string; time: string }

interface WhenFieldProps {
  town: TownData
  when: When
  onChange(when: When): void
  /** The schedule that another one would replace, told as a moment. */
  replaced: string | null
}

/** Publishes at once or at a time, by the town's clock. */
export function WhenField({ town, when, onChange, replaced }: WhenFieldProps) {
  const t = useWords(publicationWords)
  const [language] = useLanguage()
  const now = new Date()
  const moment = when === 'now' ? null : momentOf(when.date, when.time, town.timeZone)
  const isPast = moment !== null && moment <= now
  return (
    <div className={styles.when}>
      <SegmentedControl
        size="sm"
        aria-label={t('when')}
        value={when === 'now' ? 'now' : 'later'}
        onChange={value => onChange(value === 'now' ? 'now' : nextMorning(now, town.timeZone))}
        data={[
          { value: 'now', label: t('whenNow') },
          { value: 'later', label: t('whenLater') },
        ]}
      />
      {when !== 'now' && (
        <div className={styles.moment}>
          <TextInput
            type="date"
            label={t('date')}
            value={when.date}
            onChange={event => onChange({ ...when, date: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('time')}
            value={when.time}
            onChange={event => onChange({ ...when, time: event.currentTarget.value })}
          />
          <p className={styles.hint} role="status" data-bad={isPast || undefined}>
            {isPast && t('past')}
            {moment &&
              !isPast &&
              t('townTime', {
                town: town.name,
                when: townMoment(moment.toISOString(), town.timeZone, language, now),
              })}
          </p>
        </div>
      )}
      {when !== 'now' && replaced && <p className={styles.hint}>{t('replacesScheduled', { when: replaced })}</p>}
    </div>
  )
}
