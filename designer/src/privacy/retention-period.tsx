import { NumberInput, Select } from '@mantine/core'
import { type DataClass, type KeptFor, mayBeKept, retentionBounds } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import settings from '../settings/settings.module.css'
import styles from './retention.module.css'
import { retentionWords } from './retention-words.ts'

const MONTH_DAYS = 30
const MAX = 9999

interface RetentionPeriodProps {
  name: DataClass
  value: KeptFor | null
  /** Whether what is wrong is to be shown even while somebody may still be typing. */
  isTried: boolean
  onChange: (kept: KeptFor | null) => void
}

/** How long one class of data is kept. */
export function RetentionPeriod({ name, value, isTried, onChange }: RetentionPeriodProps) {
  const t = useWords(retentionWords)
  const { minDays, maxDays } = retentionBounds[name]
  const what = t(name)
  const units = [
    { value: 'days', label: t('days') },
    { value: 'months', label: t('months') },
    ...(maxDays === null ? [{ value: 'ever', label: t('ever') }] : []),
  ]
  const limits =
    maxDays === null ? t('atLeast', { days: minDays }) : t('between', { days: minDays, months: maxDays / MONTH_DAYS })
  const isWrong = !mayBeKept(name, value)
  const setUnit = (unit: string | null) => {
    if (unit === 'ever') onChange(null)
    else if (unit === 'days' || unit === 'months') onChange({ count: value?.count ?? MONTH_DAYS * 2, unit })
  }
  return (
    <div className={styles.period}>
      <div>
        <h3>{what}</h3>
        <p className={settings.note}>{t(`${name}.what`)}</p>
      </div>
      <div className={styles.fields}>
        {value && (
          <NumberInput
            className={styles.count ?? ''}
            aria-label={t('countOf', { what })}
            min={1}
            max={MAX}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="none"
            value={value.count}
            error={isWrong}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `limits-${name}` : undefined}
            onChange={count => onChange({ ...value, count: typeof count === 'number' ? Math.min(count, MAX) : 0 })}
          />
        )}
        <Select
          className={styles.unit ?? ''}
          aria-label={t('unitOf', { what })}
          allowDeselect={false}
          data={units}
          value={value?.unit ?? 'ever'}
          onChange={setUnit}
        />
      </div>
      {isWrong && (
        <p id={`limits-${name}`} className={styles.wrong} role={isTried ? 'alert' : undefined}>
          {limits}
        </p>
      )}
    </div>
  )
}
