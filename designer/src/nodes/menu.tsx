import {
  type ConfigOf,
  MAX_BUTTON_BODY_CHARS,
  MAX_BUTTONS,
  MAX_LIST_BODY_CHARS,
  MAX_LIST_LABEL_CHARS,
  phrase,
} from '@pregoner/shared'
import { ListOrdered } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { CardText } from './card.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import { More, NodeForm, Section } from './fields/form.tsx'
import { MenuOptions } from './fields/menu-options.tsx'
import { PreviewPhone } from './fields/preview-phone.tsx'
import { Retry } from './fields/retry.tsx'
import { WaysToAnswer } from './fields/ways-to-answer.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'menu'>

const Card = ({ config, language, fallback }: CardProps<Config>) => (
  <CardText text={config.text} language={language} fallback={fallback} />
)

function Form(props: FormProps<Config>) {
  const { config, onChange, flow, town } = props
  const t = useWords(nodeWords)
  const isList = config.options.length > MAX_BUTTONS
  return (
    <NodeForm {...props}>
      <CitizenText
        field="text"
        label={t('text_citizen')}
        value={config.text}
        maxChars={isList ? MAX_LIST_BODY_CHARS : MAX_BUTTON_BODY_CHARS}
        isRequired
        onChange={text => onChange({ ...config, text })}
      />
      <Section title={t('options')}>
        <MenuOptions options={config.options} onChange={options => onChange({ ...config, options })} />
      </Section>
      <PreviewPhone
        type="menu"
        config={config}
        town={town}
        {...(config.options.length > 0 ? { Below: WaysToAnswer } : {})}
      />
      <More>
        {isList && (
          <CitizenText
            field="listLabel"
            label={t('list_label')}
            description={t('built_in', { text: phrase('choose', flow.defaultLanguage, flow.defaultLanguage) })}
            value={config.listLabel}
            maxChars={MAX_LIST_LABEL_CHARS}
            isMultiline={false}
            hasValues={false}
            onChange={listLabel => onChange({ ...config, listLabel })}
          />
        )}
        <Retry config={config} onChange={onChange} builtIn="choose_one" />
      </More>
    </NodeForm>
  )
}

export const menuView: NodeView<Config> = { Icon: ListOrdered, Card, Form }
