import { type ConfigOf, textIn } from '@pregoner/shared'
import { Megaphone } from 'lucide-react'
import { EntitySelect } from '../fields/index.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { CardLine, FilledText } from './card.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import { At, NodeForm } from './fields/form.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'notify'>
const MAX_NOTICE_CHARS = 2_000

function Card({ config, language, fallback, town }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const [screen] = useLanguage()
  const department = town?.departments.find(({ id }) => id === config.departmentId)
  if (config.departmentId === '') return <CardLine isMissing>{t('route.no_department')}</CardLine>
  if (town && !department) return <CardLine isMissing>{t('gone', { id: config.departmentId })}</CardLine>
  const name = department && textIn(department.name, screen, town?.defaultLanguage ?? screen)
  return (
    <CardLine>
      <strong>{name || config.departmentId}</strong>:{' '}
      <FilledText source={textIn(config.text, language, fallback) || '…'} />
    </CardLine>
  )
}

function Form(props: FormProps<Config>) {
  const { config, onChange } = props
  const t = useWords(nodeWords)
  return (
    <NodeForm {...props}>
      <At field="departmentId">
        <EntitySelect
          kind="department"
          value={config.departmentId}
          onChange={departmentId => onChange({ ...config, departmentId: departmentId ?? '' })}
        />
      </At>
      <CitizenText
        field="text"
        label={t('notify.text')}
        value={config.text}
        maxChars={MAX_NOTICE_CHARS}
        isRequired
        onChange={text => onChange({ ...config, text })}
      />
    </NodeForm>
  )
}

export const notifyView: NodeView<Config> = { Icon: Megaphone, Card, Form }
