import { Autocomplete } from '@mantine/core'
import { answerName } from '@pregoner/shared'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/index.ts'
import { toAnswerName } from './to-answer-name.ts'
import { fieldWords } from './words.ts'

interface AnswerNameFieldProps {
  value: string
  onChange: (name: string) => void
  label?: string
  description?: ReactNode
  /** Names already used in the flow, offered while writing. */
  known?: readonly string[]
  error?: ReactNode
}

/** The name under which an answer is kept. Spaces, capitals and accents are turned into what a name may hold. */
export function AnswerNameField({ value, onChange, label, description, known = [], error }: AnswerNameFieldProps) {
  const t = useWords(fieldWords)
  const isWrong = value !== '' && !answerName.safeParse(value).success
  return (
    <Autocomplete
      label={label ?? t('answerName')}
      description={description ?? t('answerNameHelp')}
      value={value}
      data={[...new Set(known)].sort()}
      spellCheck={false}
      autoCapitalize="none"
      styles={{ input: { fontFamily: 'var(--font-mono)' } }}
      error={error ?? (isWrong ? t('answerNameWrong') : undefined)}
      onChange={typed => onChange(toAnswerName(typed))}
    />
  )
}
