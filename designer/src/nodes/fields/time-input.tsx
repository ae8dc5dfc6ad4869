import { TextInput } from '@mantine/core'
import { useKept } from './kept.ts'

interface TimeInputProps {
  label: string
  /** `HH:MM`. */
  value: string
  onChange: (time: string) => void
}

/** An hour of the day. */
export function TimeInput({ label, value, onChange }: TimeInputProps) {
  const kept = useKept(value, text => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), onChange)
  return (
    <TextInput
      type="time"
      label={label}
      value={kept.text}
      error={kept.isWrong}
      onChange={event => kept.write(event.currentTarget.value)}
    />
  )
}
