import { type ChoiceRendering, listButton, numberedText, type OutboundMessage, renderingOf } from '@pregoner/shared'
import { ExternalLink, List, MapPin } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { Attachment, PlaceCard } from './attachment.tsx'
import styles from './bubble.module.css'
import { ListSheet } from './list-sheet.tsx'
import { MarkedText } from './marked-text.tsx'
import { phoneWords } from './words.ts'

export interface BubbleProps {
  message: OutboundMessage
  /** Already written out, for example "10:24". */
  time?: string
  /** Called with a tapped choice; without it the choices are only shown. */
  onChoose?: (choice: OutboundMessage['choices'][number]) => void
  /** Called when the citizen taps "send the location". */
  onSendPlace?: () => void
  /** Where a stored file is read from. */
  mediaUrl?: (mediaId: string) => string
  /** Another form than the channel would choose, to show what it would look like. */
  form?: ChoiceRendering
}

/** What the town says, drawn as the channel draws it: text, buttons, a list or numbered lines. */
export function Bubble({ message, time, onChoose, onSendPlace, mediaUrl, form }: BubbleProps) {
  const t = useWords(phoneWords)
  const [isListOpen, setListOpen] = useState(false)
  const rendering = form ?? renderingOf(message)
  const text = rendering === 'numbered' ? numberedText(message) : message.text
  const choose = (choice: OutboundMessage['choices'][number]) => {
    setListOpen(false)
    onChoose?.(choice)
  }
  return (
    <div className={styles.in} lang={message.language}>
      <div className={styles.bubble}>
        {message.media && <Attachment media={message.media} {...(mediaUrl ? { mediaUrl } : {})} />}
        {message.place && <PlaceCard place={message.place} />}
        {text && (
          <p className={styles.text}>
            <MarkedText text={text} />
          </p>
        )}
        {time && <span className={styles.time}>{time}</span>}
        {message.link && (
          <a className={styles.row} href={message.link.url} target="_blank" rel="noopener noreferrer">
            <ExternalLink size={16} aria-hidden="true" />
            {message.link.label}
          </a>
        )}
        {rendering === 'list' && (
          <button
            type="button"
            className={styles.row}
            aria-haspopup="dialog"
            aria-expanded={isListOpen}
            onClick={() => setListOpen(true)}
          >
            <List size={16} aria-hidden="true" />
            {listButton(message)}
          </button>
        )}
        {message.asksPlace && (
          <button type="button" className={styles.row} disabled={!onSendPlace} onClick={onSendPlace}>
            <MapPin size={16} aria-hidden="true" />
            {t('sendPlace')}
          </button>
        )}
      </div>
      {rendering === 'buttons' && (
        <div className={styles.buttons}>
          {message.choices.map(choice => (
            <button
              key={choice.id}
              type="button"
              className={styles.choice}
              disabled={!onChoose}
              onClick={() => choose(choice)}
            >
              {choice.label}
            </button>
          ))}
        </div>
      )}
      {isListOpen && (
        <ListSheet
          title={listButton(message)}
          choices={message.choices}
          isReadOnly={!onChoose}
          onChoose={choose}
          onClose={() => setListOpen(false)}
        />
      )}
    </div>
  )
}
