import { Button, SegmentedControl } from '@mantine/core'
import {
  type ChoiceForm,
  choiceForms,
  type Language,
  languageNames,
  type OutboundMessage,
  renderingOf,
  type TownData,
} from '@pregoner/shared'
import { Smartphone } from 'lucide-react'
import { type ComponentType, memo, useDeferredValue, useMemo, useState } from 'react'
import { mediaUrl } from '../../api/town.ts'
import { useFlowLanguages } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { languageWords } from '../../i18n/words.ts'
import { Bubble, PhoneFrame } from '../../phone/index.ts'
import { type Previewed, previewMessages } from '../preview.ts'
import { useTryIn } from '../try-in.ts'
import { textsWords } from '../words/texts.ts'
import { nodeWords } from '../words.ts'
import { ChoiceForms } from './choice-forms.tsx'
import { Section, useWhere } from './form.tsx'
import styles from './preview.module.css'

interface PreviewPhoneProps {
  type: string
  config: unknown
  town: TownData | undefined
  /** Drawn under the phone, in the language it shows. */
  Below?: ComponentType<BelowProps>
}

/** The step as the phone shows it, which may be a moment behind the form. */
export interface BelowProps {
  of: Previewed
  language: Language
}

const choosing = (messages: readonly OutboundMessage[]) => messages.find(({ choices }) => choices.length > 0)

/** The step's message in a phone, as the engine makes it and as the channel will draw it, in each language and form. */
export function PreviewPhone({ type, config, town, Below }: PreviewPhoneProps) {
  const t = useWords(nodeWords)
  const { flow, node } = useWhere()
  const of = useMemo(() => town && { flow, node, type, config, town }, [flow, node, type, config, town])
  const shown = useDeferredValue(of) // writing goes first, the phone follows
  return (
    shown && (
      <Section title={t('preview')}>
        <Phone of={shown} {...(Below ? { Below } : {})} />
      </Section>
    )
  )
}

const Phone = memo(function Phone({ of, Below }: { of: Previewed; Below?: ComponentType<BelowProps> }) {
  const t = useWords(nodeWords)
  const words = useWords(textsWords)
  const nameOf = useWords(languageWords)
  const { languages, defaultLanguage } = useFlowLanguages()
  const { node, town } = of
  const tryIn = useTryIn()
  const [chosen, setChosen] = useState<Language | null>(null)
  const [lookedAt, setLookedAt] = useState<ChoiceForm | null>(null)
  const said = useMemo(() => {
    const now = new Date()
    return new Map(languages.map(code => [code, previewMessages(of, code, now)]))
  }, [of, languages])
  const language = chosen && languages.includes(chosen) ? chosen : defaultLanguage
  const messages = said.get(language) ?? []
  const asking = choosing(messages)
  const rendering = asking ? renderingOf(asking) : 'none'
  const form = rendering === 'none' ? rendering : (lookedAt ?? rendering)
  const labelOf = (code: Language) => {
    const message = choosing(said.get(code) ?? [])
    const own = message && renderingOf(message)
    return (
      <span className={styles.language}>
        {languageNames[code][0]}
        {own && own !== 'none' && <small>{words(`form.${own}`)}</small>}
      </span>
    )
  }
  return (
    <>
      {languages.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={t('preview_language')}
          data={languages.map(code => ({ value: code, label: labelOf(code) }))}
          value={language}
          onChange={value => setChosen(languages.find(code => code === value) ?? null)}
        />
      )}
      {messages.length === 0 && <p className={styles.quiet}>{t('preview.empty')}</p>}
      {asking && <ChoiceForms message={asking} form={form} onLook={setLookedAt} />}
      <div className={styles.phone} data-off={form !== rendering} hidden={messages.length === 0}>
        <PhoneFrame title={town.name} headingLevel={3} logLabel={t('preview')}>
          {messages.map((message, index) => (
            <Bubble
              key={index}
              message={message}
              mediaUrl={id => mediaUrl(town.key, id)}
              {...(message === asking && choiceForms.some(known => known === form) ? { form } : {})}
            />
          ))}
        </PhoneFrame>
      </div>
      {tryIn && messages.length > 0 && (
        <Button
          className={styles.tryIn}
          variant="default"
          size="xs"
          leftSection={<Smartphone size={14} aria-hidden="true" />}
          onClick={() => tryIn(language, node)}
        >
          {words('try_in', { language: nameOf(language) })}
        </Button>
      )}
      {Below && <Below of={of} language={language} />}
    </>
  )
})
