import { NumberInput } from '@mantine/core'
import { DurationField } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'
import { At } from './form.tsx'

export const MAX_WAIT_MINUTES = 43_200 // thirty days, the longest a step may wait for a reply

interface ReplyWaitProps {
  minutes: number
  onChange: (minutes: number) => void
  label?: string
  hint?: string
}

/** How long a step waits for somebody. */
export function ReplyWait({ minutes, onChange, label, hint }: ReplyWaitProps) {
  const t = useWords(nodeWords)
  return (
    <At field="waitMinutes">
      <DurationField
        label={label ?? t('wait_reply')}
        description={hint}
        value={minutes}
        max={MAX_WAIT_MINUTES}
        onChange={next => {
          if (next !== null) onChange(Math.min(next, MAX_WAIT_MINUTES))
        }}
      />
    </At>
  )
}

interface WholeNumberProps {
  field: string
  label: string
  description?: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

/** A whole number between two others; what does not fit is put right on leaving the field. */
export function WholeNumber({ field, label, description, value, min, max, onChange }: WholeNumberProps) {
  return (
    <At field={field}>
      <NumberInput
        label={label}
        description={description}
        value={value}
        min={min}
        max={max}
        allowDecimal={false}
        clampBehavior="blur"
        onChange={given => {
          if (typeof given === 'number' && given >= min && given <= max) onChange(given)
        }}
      />
    </At>
  )
}
