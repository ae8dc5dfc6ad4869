import { Chip, Switch, TextInput } from '@mantine/core'
import type { BulletinDraft } from '@pregoner/shared'
import { EntitySelect } from '../fields/index.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './bulletins.module.css'
import { WEEKDAYS, weekdayName } from './weekday-names.ts'
import { bulletinWords } from './words.ts'

interface ScheduleFieldsProps {
  value: BulletinDraft
  onChange: (change: Partial<BulletinDraft>) => void
  isTried: boolean
}

/** Whom it is for, and on which days at what hour it comes out. */
export function ScheduleFields({ value, onChange, isTried }: ScheduleFieldsProps) {
  const t = useWords(bulletinWords)
  const [language] = useLanguage()
  const { weekdays } = value
  const isDayless = weekdays.length === 0
  return (
    <>
      <EntitySelect
        kind="topic"
        label={t('topic')}
        value={value.topicId}
        {...(isTried && value.topicId === '' ? { error: t('topicMissing') } : {})}
        onChange={topicId => onChange({ topicId: topicId ?? '' })}
      />
      <fieldset className={styles.part}>
        <legend>{t('days')}</legend>
        <div className={styles.days}>
          {WEEKDAYS.map(day => (
            <Chip
              key={day}
              variant="outline"
              checked={weekdays.includes(day)}
              aria-label={weekdayName(day, language)}
              onChange={isChecked =>
                onChange({ weekdays: isChecked ? [...weekdays, day].sort() : weekdays.filter(each => each !== day) })
              }
            >
              {weekdayName(day, language, 'short')}
            </Chip>
          ))}
        </div>
        {isTried && isDayless && (
          <p className={styles.fault} role="alert">
            {t('daysMissing')}
          </p>
        )}
        <TextInput
          type="time"
          className={styles.time ?? ''}
          label={t('time')}
          description={t('timeHelp')}
          value={value.time}
          aria-invalid={value.time === ''}
          onChange={event => onChange({ time: event.currentTarget.value })}
        />
      </fieldset>
      <Switch
        label={t('isOn')}
        checked={value.isOn}
        onChange={event => onChange({ isOn: event.currentTarget.checked })}
      />
    </>
  )
}
