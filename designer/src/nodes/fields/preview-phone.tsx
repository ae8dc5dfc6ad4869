import { SegmentedControl } from '@mantine/core'
import {
  type Language,
  languageNames,
  MAX_BUTTON_CHARS,
  MAX_ROW_CHARS,
  renderingOf,
  type TownData,
} from '@pregoner/shared'
import { useDeferredValue, useState } from 'react'
import { mediaUrl } from '../../api/town.ts'
import { useFlowLanguages } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { Bubble, PhoneFrame } from '../../phone/index.ts'
import { previewMessages } from '../preview.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'
import { Section, useWhere } from './form.tsx'

interface PreviewPhoneProps {
  type: string
  config: unknown
  town: TownData | undefined
}

/** The step's message in a phone, as the engine makes it and as the channel will draw it, in each language. */
export function PreviewPhone({ type, config, town }: PreviewPhoneProps) {
  const t = useWords(nodeWords)
  const { languages, defaultLanguage } = useFlowLanguages()
  const { flow, node } = useWhere()
  const shown = useDeferredValue(config)
  const [chosen, setChosen] = useState<Language | null>(null)
  if (!town) return null
  const language = chosen && languages.includes(chosen) ? chosen : defaultLanguage
  const messages = previewMessages({ flow, node, type, config: shown, town }, language, new Date())
  const choosing = messages.find(({ choices }) => choices.length > 0)
  const rendering = choosing ? renderingOf(choosing) : 'none'
  return (
    <Section title={t('preview')}>
      {languages.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={t('preview_language')}
          data={languages.map(code => ({ value: code, label: languageNames[code][0] }))}
          value={language}
          onChange={value => setChosen(languages.find(code => code === value) ?? null)}
        />
      )}
      <p className={styles.quiet} role="status">
        {messages.length === 0 ? t('preview.empty') : t(`preview.${rendering}`)}
        {rendering === 'list' && `. ${t('preview.why_buttons', { max: MAX_BUTTON_CHARS })}`}
        {rendering === 'numbered' && `. ${t('preview.why_list', { max: MAX_ROW_CHARS })}`}
      </p>
      <div className={styles.previewPhone} hidden={messages.length === 0}>
        <PhoneFrame title={town.name} headingLevel={3} logLabel={t('preview')}>
          {messages.map((message, index) => (
            <Bubble key={index} message={message} mediaUrl={id => mediaUrl(town.key, id)} />
          ))}
        </PhoneFrame>
      </div>
    </Section>
  )
}
