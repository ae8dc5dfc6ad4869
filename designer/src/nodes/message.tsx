import { type ConfigOf, MAX_BUTTON_BODY_CHARS, MAX_CAPTION_CHARS, MAX_TEXT_CHARS } from '@pregoner/shared'
import { ExternalLink, MapPin, MessageSquareText, Paperclip } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './card.module.css'
import { CardText } from './card.tsx'
import { AttachmentField } from './fields/attachment-field.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import { NodeForm } from './fields/form.tsx'
import { LinkField } from './fields/link-field.tsx'
import { PlaceField } from './fields/place-field.tsx'
import { PreviewPhone } from './fields/preview-phone.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'message'>

function Card({ config, language, fallback }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const { attachment, place, link } = config
  const extras = [
    ...(attachment
      ? [{ key: 'attachment', Icon: Paperclip, text: attachment.fileName || t(`attachment.${attachment.kind}`) }]
      : []),
    ...(place ? [{ key: 'place', Icon: MapPin, text: place.name || place.address || t('place') }] : []),
    ...(link
      ? [{ key: 'link', Icon: ExternalLink, text: link.label[language] || link.label[fallback] || link.url }]
      : []),
  ]
  const hasText = Object.values(config.text).some(Boolean)
  return (
    <>
      {extras.map(({ key, Icon, text }) => (
        <p key={key} className={styles.attached}>
          <Icon size={14} aria-hidden="true" />
          <span className={styles.attachedName}>{text}</span>
        </p>
      ))}
      {(hasText || extras.length === 0) && <CardText text={config.text} language={language} fallback={fallback} />}
    </>
  )
}

function Form(props: FormProps<Config>) {
  const { config, onChange, town } = props
  const t = useWords(nodeWords)
  const plainLimit = config.attachment ? MAX_CAPTION_CHARS : MAX_TEXT_CHARS
  return (
    <NodeForm {...props}>
      <CitizenText
        field="text"
        label={t('text_citizen')}
        value={config.text}
        maxChars={config.link ? MAX_BUTTON_BODY_CHARS : plainLimit}
        isRequired={!config.attachment}
        onChange={text => onChange({ ...config, text })}
      />
      <AttachmentField
        value={config.attachment}
        town={town}
        onChange={attachment => onChange({ ...config, attachment })}
      />
      <LinkField value={config.link} onChange={link => onChange({ ...config, link })} />
      <PlaceField value={config.place} onChange={place => onChange({ ...config, place })} />
      <PreviewPhone type="message" config={config} town={town} />
    </NodeForm>
  )
}

export const messageView: NodeView<Config> = { Icon: MessageSquareText, Card, Form }
