import { Select, Switch } from '@mantine/core'
import type { Emergency } from '@pregoner/shared'
import { useWords } from '../../i18n/index.ts'
import styles from '../broadcasts.module.css'
import { emergencyFormWords } from '../words/emergency.ts'

const SPANS = [1, 3, 6, 12, 24, 48, 72, 168]
const NOT_IN_FRONT = ''

interface EmergencyFormProps {
  value: Emergency | null
  onChange: (value: Emergency | null) => void
}

/** Whether a notice is an emergency, and for how long it is said before whatever a flow says. */
export function EmergencyForm({ value, onChange }: EmergencyFormProps) {
  const t = useWords(emergencyFormWords)
  const spans = SPANS.map(hours => ({ value: String(hours), label: t('hours', { hours }) }))
  return (
    <section className={styles.section} aria-labelledby="notice-emergency">
      <h2 id="notice-emergency">{t('title')}</h2>
      <Switch
        label={t('switch')}
        description={t('help')}
        checked={value !== null}
        onChange={event => onChange(event.currentTarget.checked ? { frontHours: null } : null)}
      />
      {value && (
        <Select
          label={t('front')}
          description={t('frontHelp')}
          allowDeselect={false}
          data={[{ value: NOT_IN_FRONT, label: t('notInFront') }, ...spans]}
          value={value.frontHours === null ? NOT_IN_FRONT : String(value.frontHours)}
          onChange={hours => onChange({ frontHours: hours ? Number(hours) : null })}
        />
      )}
    </section>
  )
}
