import { TextInput } from '@mantine/core'
import { At } from './form.tsx'
import { useKept } from './kept.ts'

interface KeptTextProps {
  field: string
  label: string
  description?: string
  value: string
  maxChars: number
  onChange: (text: string) => void
  isMono?: boolean
  placeholder?: string
}

/** A short text that may not be empty; while it is, the flow keeps what was there. */
export function KeptText({ field, maxChars, value, onChange, isMono = false, ...shown }: KeptTextProps) {
  const kept = useKept(value, text => text.trim() !== '' && text.length <= maxChars, onChange)
  return (
    <At field={field}>
      <TextInput
        {...shown}
        value={kept.text}
        maxLength={maxChars}
        error={kept.isWrong}
        {...(isMono ? { styles: { input: { fontFamily: 'var(--font-mono)' } }, spellCheck: false } : {})}
        onChange={event => kept.write(event.currentTarget.value)}
      />
    </At>
  )
}
