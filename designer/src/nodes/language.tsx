import { Checkbox, TextInput } from '@mantine/core'
import { type ConfigOf, countChars, languageNames, MAX_BUTTON_BODY_CHARS, MAX_BUTTON_CHARS } from '@pregoner/shared'
import { Languages } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { CardText } from './card.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import { At, More, NodeForm, Section } from './fields/form.tsx'
import { PreviewPhone } from './fields/preview-phone.tsx'
import { ReplyWait } from './fields/reply-wait.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'language'>

const Card = ({ config, language, fallback }: CardProps<Config>) => (
  <CardText text={config.text} language={language} fallback={fallback} />
)

function Form(props: FormProps<Config>) {
  const { config, onChange, languages, town } = props
  const t = useWords(nodeWords)
  const nameOf = useWords(languageWords)
  return (
    <NodeForm {...props}>
      <CitizenText
        field="text"
        label={t('text_citizen')}
        value={config.text}
        maxChars={MAX_BUTTON_BODY_CHARS}
        isRequired
        onChange={text => onChange({ ...config, text })}
      />
      <Checkbox
        label={t('language.ask_again')}
        checked={config.askAgain}
        onChange={event => onChange({ ...config, askAgain: event.currentTarget.checked })}
      />
      <PreviewPhone type="language" config={{ ...config, askAgain: true }} town={town} />
      <More>
        <Section title={t('language.labels')} hint={t('language.labels_hint')}>
          <At field="labels">
            {languages.map(code => {
              const label = config.labels[code] ?? ''
              const isLong = countChars(label) > MAX_BUTTON_CHARS
              return (
                <TextInput
                  key={code}
                  label={t('language.label_of', { language: nameOf(code) })}
                  placeholder={languageNames[code][0]}
                  lang={code}
                  value={label}
                  error={isLong ? t('counter', { count: countChars(label), max: MAX_BUTTON_CHARS }) : undefined}
                  onChange={event => {
                    const { [code]: _old, ...others } = config.labels
                    const written = event.currentTarget.value
                    onChange({ ...config, labels: written ? { ...others, [code]: written } : others })
                  }}
                />
              )
            })}
          </At>
        </Section>
        <ReplyWait minutes={config.waitMinutes} onChange={waitMinutes => onChange({ ...config, waitMinutes })} />
      </More>
    </NodeForm>
  )
}

export const languageView: NodeView<Config> = { Icon: Languages, Card, Form }
