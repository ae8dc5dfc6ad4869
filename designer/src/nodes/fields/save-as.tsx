import { answerName } from '@pregoner/shared'
import { useMemo } from 'react'
import { AnswerNameField } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { variablesBefore } from '../variables.ts'
import { nodeWords } from '../words.ts'
import { At, useWhere } from './form.tsx'
import { useKept } from './kept.ts'

interface SaveAsProps {
  field: string
  value: string
  onChange: (name: string) => void
  label?: string
  hint?: string
  /** May be left empty. */
  isOptional?: boolean
}

/** The name an answer is kept under; the flow keeps the last name that may be one. */
export function SaveAs({ field, value, onChange, label, hint, isOptional = false }: SaveAsProps) {
  const t = useWords(nodeWords)
  const { flow, node } = useWhere()
  const known = useMemo(() => variablesBefore(flow, node).answers.filter(name => !name.includes('.')), [flow, node])
  const fits = (text: string) => (text === '' ? isOptional : answerName.safeParse(text).success)
  const kept = useKept(value, fits, onChange)
  return (
    <At field={field}>
      <AnswerNameField
        label={label ?? t('save_as')}
        description={hint ?? t('save_as_hint')}
        known={known}
        value={kept.text}
        error={kept.isWrong ? t('save_as_wrong') : undefined}
        onChange={kept.write}
      />
    </At>
  )
}
