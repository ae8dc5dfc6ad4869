import { Radio, Stack } from '@mantine/core'
import { type ConfigOf, MAX_BUTTON_BODY_CHARS, textIn } from '@pregoner/shared'
import { CalendarCheck } from 'lucide-react'
import { EntitySelect } from '../fields/index.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { CardLine } from './card.tsx'
import { AnswerSelect } from './fields/answer-select.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import { At, More, NodeForm } from './fields/form.tsx'
import { ReplyWait } from './fields/reply-wait.tsx'
import { SaveAs } from './fields/save-as.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'appointment'>

const MAX_INTRO_CHARS = MAX_BUTTON_BODY_CHARS - 300 // the built-in question stands below it
const actions = ['book', 'manage'] as const

function Card({ config, town }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const [language] = useLanguage()
  const { action, serviceId } = config
  if (action === 'manage') return <CardLine>{t('appointment.manage')}</CardLine>
  if (serviceId === '') return <CardLine isMissing>{t('appointment.none')}</CardLine>
  const service = town?.bookableServices?.find(({ id }) => id === serviceId)
  if (town && !service) return <CardLine isMissing>{t('gone', { id: serviceId })}</CardLine>
  return (
    <>
      <CardLine>
        <strong>{(service && textIn(service.name, language, town?.defaultLanguage ?? language)) || serviceId}</strong>
      </CardLine>
      <CardLine>{t('appointment.book')}</CardLine>
    </>
  )
}

function Form(props: FormProps<Config>) {
  const { config, onChange } = props
  const t = useWords(nodeWords)
  const isBooking = config.action === 'book'
  return (
    <NodeForm {...props}>
      <At field="action">
        <Radio.Group
          label={t('appointment.action')}
          value={config.action}
          onChange={chosen => onChange({ ...config, action: actions.find(one => one === chosen) ?? config.action })}
        >
          <Stack gap="xs" mt="xs">
            {actions.map(action => (
              <Radio key={action} value={action} label={t(`appointment.${action}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </At>
      {isBooking && (
        <At field="serviceId">
          <EntitySelect
            kind="bookable_service"
            description={t('appointment.service_hint')}
            value={config.serviceId}
            onChange={serviceId => onChange({ ...config, serviceId: serviceId ?? '' })}
          />
        </At>
      )}
      <CitizenText
        field="intro"
        label={t('appointment.intro')}
        description={t('appointment.intro_hint')}
        value={config.intro}
        maxChars={MAX_INTRO_CHARS}
        onChange={intro => onChange({ ...config, intro })}
      />
      {isBooking && (
        <At field="nameFrom">
          <AnswerSelect
            label={t('appointment.name')}
            description={t('appointment.name_hint')}
            value={config.nameFrom}
            emptyLabel={t('appointment.own_name')}
            onChange={nameFrom => onChange({ ...config, nameFrom })}
          />
        </At>
      )}
      <More>
        <SaveAs
          field="saveAs"
          label={t('appointment.save')}
          hint={t('appointment.save_hint')}
          value={config.saveAs}
          onChange={saveAs => onChange({ ...config, saveAs })}
        />
        <ReplyWait minutes={config.waitMinutes} onChange={waitMinutes => onChange({ ...config, waitMinutes })} />
      </More>
    </NodeForm>
  )
}

export const appointmentView: NodeView<Config> = { Icon: CalendarCheck, Card, Form }
