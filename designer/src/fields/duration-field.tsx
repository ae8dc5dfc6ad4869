import { Checkbox, NumberInput, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { type DurationUnit, joinMinutes, splitMinutes } from './duration.ts'
import styles from './fields.module.css'
import { fieldWords } from './words.ts'

const units: DurationUnit[] = ['minutes', 'hours', 'days']
const isUnit = (unit: string | null): unit is DurationUnit => units.some(known => known === unit)
const ONE_DAY_MINUTES = 1_440

interface DurationFieldProps {
  label: string
  description?: ReactNode
  /** Whole minutes; null when there is no limit. */
  value: number | null
  onChange: (minutes: number | null) => void
  /** Offers "no time limit". */
  isLimitOptional?: boolean
  max?: number
  error?: ReactNode
}

/** A length of time in the unit people would say it in. */
export function DurationField(props: DurationFieldProps) {
  const { label, value, onChange } = props
  const t = useWords(fieldWords)
  const [unit, setUnit] = useState<DurationUnit>(() => splitMinutes(value ?? 0).unit)
  const minutes = value ?? 0
  const shown =
    joinMinutes(1, unit) <= minutes && minutes % joinMinutes(1, unit) === 0 ? unit : splitMinutes(minutes).unit
  const amount = minutes / joinMinutes(1, shown)
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      {props.description && <span className={styles.description}>{props.description}</span>}
      {value !== null && (
        <div className={styles.pair}>
          <NumberInput
            aria-label={t('amount', { label })}
            value={amount}
            min={1}
            max={props.max === undefined ? undefined : Math.floor(props.max / joinMinutes(1, shown))}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="blur"
            error={props.error}
            onChange={given => {
              if (typeof given === 'number' && given > 0) onChange(joinMinutes(given, shown))
            }}
          />
          <Select
            aria-label={t('unit', { label })}
            data={units.map(known => ({ value: known, label: t(known) }))}
            value={shown}
            allowDeselect={false}
            onChange={chosen => {
              if (!isUnit(chosen)) return
              setUnit(chosen)
              onChange(joinMinutes(Math.max(1, amount), chosen))
            }}
          />
        </div>
      )}
      {props.isLimitOptional && (
        <Checkbox
          label={t('forever')}
          checked={value === null}
          onChange={event => onChange(event.currentTarget.checked ? null : ONE_DAY_MINUTES)}
        />
      )}
    </fieldset>
  )
}
