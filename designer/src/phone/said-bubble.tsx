import type { MediaFile, Place } from '@pregoner/shared'
import { Check, Clock, TriangleAlert } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { Attachment, PlaceCard } from './attachment.tsx'
import styles from './bubble.module.css'
import { MarkedText } from './marked-text.tsx'
import { phoneWords } from './words.ts'

export type SaidState = 'sending' | 'waiting' | 'sent' | 'failed'

const marks = { sending: Clock, waiting: Clock, sent: Check, failed: TriangleAlert }

interface SaidBubbleProps {
  text: string
  time?: string
  media?: MediaFile[]
  place?: Place | null
  state?: SaidState
  mediaUrl?: (mediaId: string) => string
}

/** What the citizen said. */
export function SaidBubble({ text, time, media = [], place = null, state, mediaUrl }: SaidBubbleProps) {
  const t = useWords(phoneWords)
  const Mark = state ? marks[state] : null
  return (
    <div className={styles.out}>
      <div className={styles.bubble}>
        <span className="visually-hidden">{t('you')}: </span>
        {media.map(file => (
          <Attachment
            key={file.mediaId}
            media={{ kind: file.kind, mediaId: file.mediaId, url: null, fileName: file.name }}
            {...(mediaUrl ? { mediaUrl } : {})}
          />
        ))}
        {place && <PlaceCard place={place} />}
        {text && (
          <p className={styles.text}>
            <MarkedText text={text} />
          </p>
        )}
        {(time || state) && (
          <span className={styles.time}>
            {time}
            {Mark && state && (
              <>
                <Mark size={13} aria-hidden="true" />
                <span className="visually-hidden">{t(state)}</span>
              </>
            )}
          </span>
        )}
      </div>
    </div>
  )
}

/** Three dots while the town is writing. */
export function TypingDots({ name }: { name: string }) {
  const t = useWords(phoneWords)
  return (
    <div className={styles.in}>
      <div className={`${styles.bubble} ${styles.dots}`} role="img" aria-label={t('typing', { name })}>
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}
