import type { ConfigOf } from '@pregoner/shared'
import { Clock } from 'lucide-react'
import { EntitySelect } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { CardLine } from './card.tsx'
import { At, NodeForm } from './fields/form.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'hours'>

function Card({ config, town }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const calendar = town?.calendars.find(({ id }) => id === config.calendarId)
  if (config.calendarId === '') return <CardLine isMissing>{t('hours.none')}</CardLine>
  if (town && !calendar) return <CardLine isMissing>{t('gone', { id: config.calendarId })}</CardLine>
  return <CardLine>{t('hours.by', { calendar: calendar?.name ?? config.calendarId })}</CardLine>
}

const Form = (props: FormProps<Config>) => (
  <NodeForm {...props}>
    <At field="calendarId">
      <EntitySelect
        kind="calendar"
        value={props.config.calendarId}
        onChange={calendarId => props.onChange({ ...props.config, calendarId: calendarId ?? '' })}
      />
    </At>
  </NodeForm>
)

export const hoursView: NodeView<Config> = { Icon: Clock, Card, Form }
