import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { type Broadcast, nextOccurrences } from '@pregoner/shared'
import { useTown } from '../../api/town.ts'
import { useWords } from '../../i18n/index.ts'
import { nextMorning } from '../../publishing/town-moment.ts'
import styles from '../broadcasts.module.css'
import { planWords } from '../words/plan.ts'
import { NextDates } from './next-dates.tsx'
import own from './plan.module.css'
import { QuietNote } from './quiet-note.tsx'
import { planOf, type When, whenFault } from './when.ts'

const kinds = ['now', 'later', 'repeated'] as const
const spans = ['weekly', 'monthly'] as const

/** Where choosing begins. */
export const nowWhen: When = { kind: 'now', date: '', time: '', every: 'weekly', until: '' }

interface WhenFieldsProps {
  value: When
  of: Pick<Broadcast, 'emergency'>
  onChange: (value: When) => void
}

/** Now, at a time, or again and again, with the dates that makes. */
export function WhenFields({ value, of, onChange }: WhenFieldsProps) {
  const t = useWords(planWords)
  const { timeZone } = useTown()
  const fault = whenFault(value, timeZone, new Date())
  const plan = value.kind === 'now' || fault ? null : planOf(value)
  const [next] = plan ? nextOccurrences(plan, timeZone, new Date(), 1) : []
  const set = (change: Partial<When>) => onChange({ ...value, ...change })
  const choose = (kind: When['kind']) =>
    set({ kind, ...(kind !== 'now' && value.date === '' && nextMorning(new Date(), timeZone)) })
  const text = (event: { currentTarget: HTMLInputElement }) => event.currentTarget.value
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('when')}
        value={value.kind}
        data={kinds.map(kind => ({ value: kind, label: t(kind) }))}
        onChange={chosen => {
          const kind = kinds.find(each => each === chosen)
          if (kind) choose(kind)
        }}
      />
      {value.kind !== 'now' && (
        <div className={own.fields}>
          <TextInput
            type="date"
            label={t(value.kind === 'later' ? 'date' : 'firstDate')}
            value={value.date}
            onChange={event => set({ date: text(event) })}
          />
          <TextInput type="time" label={t('time')} value={value.time} onChange={event => set({ time: text(event) })} />
          {value.kind === 'repeated' && (
            <>
              <Select
                label={t('every')}
                allowDeselect={false}
                data={spans.map(every => ({ value: every, label: t(every) }))}
                value={value.every}
                onChange={chosen => set({ every: spans.find(each => each === chosen) ?? value.every })}
              />
              <TextInput
                type="date"
                label={t('until')}
                description={t('untilHelp')}
                value={value.until}
                onChange={event => set({ until: text(event) })}
              />
            </>
          )}
        </div>
      )}
      {fault && (
        <p className={styles.fault} role="alert">
          {t(fault)}
        </p>
      )}
      {value.kind === 'now' && <QuietNote of={of} />}
      {plan && <NextDates plan={plan} />}
      {next && <QuietNote at={next.at} of={of} />}
    </>
  )
}
