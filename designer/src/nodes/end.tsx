import { Checkbox } from '@mantine/core'
import { type ConfigOf, MAX_BUTTON_BODY_CHARS } from '@pregoner/shared'
import { CircleStop } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { CardText } from './card.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import { At, NodeForm } from './fields/form.tsx'
import { PreviewPhone } from './fields/preview-phone.tsx'
import { ReplyWait, WholeNumber } from './fields/reply-wait.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'end'>

function Card({ config, language, fallback }: CardProps<Config>) {
  const t = useWords(nodeWords)
  return <CardText text={config.text} language={language} fallback={fallback} empty={t('end.says')} />
}

function Form(props: FormProps<Config>) {
  const { config, onChange, town } = props
  const t = useWords(nodeWords)
  return (
    <NodeForm {...props}>
      <CitizenText
        field="text"
        label={t('end.text')}
        value={config.text}
        maxChars={MAX_BUTTON_BODY_CHARS}
        isRequired={config.asksRating}
        onChange={text => onChange({ ...config, text })}
      />
      <At field="asksRating">
        <Checkbox
          label={t('end.rating')}
          checked={config.asksRating}
          onChange={event => onChange({ ...config, asksRating: event.currentTarget.checked })}
        />
      </At>
      {config.asksRating && (
        <>
          <WholeNumber
            field="best"
            label={t('best')}
            value={config.best}
            min={2}
            max={10}
            onChange={best => onChange({ ...config, best })}
          />
          <ReplyWait minutes={config.waitMinutes} onChange={waitMinutes => onChange({ ...config, waitMinutes })} />
        </>
      )}
      <PreviewPhone type="end" config={config} town={town} />
    </NodeForm>
  )
}

export const endView: NodeView<Config> = { Icon: CircleStop, Card, Form }
