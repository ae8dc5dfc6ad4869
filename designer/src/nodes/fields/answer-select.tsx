import { Select } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useWords } from '../../i18n/index.ts'
import { variablesBefore } from '../variables.ts'
import { nodeWords } from '../words.ts'
import { useWhere } from './form.tsx'
import { useVariableName } from './variable-name.ts'

interface AnswerSelectProps {
  label: string
  description?: ReactNode
  value: string | null
  onChange: (name: string | null) => void
  /** What an empty choice means; without it one must be chosen. */
  emptyLabel?: string
  /** Offers the values of contact, town and clock as well. */
  hasBuiltIn?: boolean
}

/** Chooses an answer given before this step, by its name. */
export function AnswerSelect({
  label,
  description,
  value,
  onChange,
  emptyLabel,
  hasBuiltIn = false,
}: AnswerSelectProps) {
  const t = useWords(nodeWords)
  const nameOf = useVariableName()
  const { flow, node } = useWhere()
  const known = useMemo(() => variablesBefore(flow, node), [flow, node])
  const answers =
    value && ![...known.answers, ...known.builtIn].includes(value) ? [value, ...known.answers] : known.answers
  const groups = [
    { group: t('variables.answers'), items: answers.map(name => ({ value: name, label: name })) },
    ...(hasBuiltIn
      ? [{ group: t('variables.known'), items: known.builtIn.map(name => ({ value: name, label: nameOf(name) })) }]
      : []),
  ]
  return (
    <Select
      label={label}
      description={description}
      data={groups.filter(({ items }) => items.length > 0)}
      value={value === '' ? null : value}
      onChange={onChange}
      clearable={emptyLabel !== undefined}
      allowDeselect={false}
      searchable={answers.length > 8}
      placeholder={emptyLabel ?? t('choose')}
      nothingFoundMessage={t('variables.none')}
      clearButtonProps={{ 'aria-label': emptyLabel ?? t('none') }}
    />
  )
}
