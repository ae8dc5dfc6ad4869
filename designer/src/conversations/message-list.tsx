import { Button } from '@mantine/core'
import type { ConversationMessage } from '@pregoner/shared'
import { Check, CheckCheck, Clock, MapPin, TriangleAlert } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { useMessages } from '../api/conversations.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { MediaList } from '../incidents/media-list.tsx'
import { placeInWords } from '../incidents/names.ts'
import { MarkedText } from '../phone/index.ts'
import styles from './messages.module.css'
import { conversationWords } from './words.ts'

const stateIcons = {
  queued: Clock,
  sending: Clock,
  accepted: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: TriangleAlert,
}
const NEAR_END_PX = 80

/** Messages of both sides, oldest first, at their end; earlier ones on request without losing the place. */
export function MessageList({ town, id }: { town: string; id: string }) {
  const t = useWords(conversationWords)
  const formats = useFormats()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMessages(town, id)
  const scroller = useRef<HTMLDivElement>(null)
  const fromEnd = useRef(0)
  const messages = data?.pages.toReversed().flatMap(page => page.messages)
  const count = messages?.length ?? 0
  // New ones are shown to whoever is at the end; earlier ones push down what is being read.
  useLayoutEffect(() => {
    const place = scroller.current
    if (place && count > 0) place.scrollTop = place.scrollHeight - place.clientHeight - fromEnd.current
  }, [count])
  const remember = () => {
    const place = scroller.current
    if (!place) return
    const left = place.scrollHeight - place.clientHeight - place.scrollTop
    fromEnd.current = left < NEAR_END_PX ? 0 : left
  }
  if (error && !messages) return <Failed error={error} onRetry={() => void refetch()} />
  if (!messages) return <PageLoading />
  const days = messages.map(({ at }) => formats.date(at))
  return (
    <section className={styles.messages} aria-label={t('messages')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={scroller} className={styles.scroller} onScroll={remember} tabIndex={0} role="log">
        {hasNextPage && (
          <div className={styles.earlier}>
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('earlier')}
            </Button>
          </div>
        )}
        {messages.length === 0 && <p className={styles.none}>{t('noMessages')}</p>}
        {messages.map((message, index) => (
          <div key={message.id} className={styles.line}>
            {days[index] !== days[index - 1] && <p className={styles.day}>{days[index]}</p>}
            <Message town={town} message={message} />
          </div>
        ))}
      </div>
    </section>
  )
}

function Message({ town, message }: { town: string; message: ConversationMessage }) {
  const t = useWords(conversationWords)
  const formats = useFormats()
  const { from, text, choices, media, place, at, state, failure } = message
  const Icon = state ? stateIcons[state] : null
  return (
    <div className={styles.bubble} data-from={from}>
      <span className="visually-hidden">{t(from === 'contact' ? 'contact' : 'hall')}: </span>
      {media.length > 0 && <MediaList town={town} media={media} />}
      {text && (
        <p className={styles.text} dir="auto">
          <MarkedText text={text} />
        </p>
      )}
      {place && (
        <p className={styles.place}>
          <MapPin size={16} aria-hidden="true" />
          {t('placeSent', { place: placeInWords(place) ?? '' })}
        </p>
      )}
      {choices.length > 0 && (
        <ul className={styles.choices} aria-label={t('options', { options: '' })}>
          {choices.map(choice => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      )}
      <p className={styles.foot} data-state={state ?? undefined}>
        <time dateTime={at} title={formats.exact(at)}>
          {formats.time(at)}
        </time>
        {Icon && state && (
          <span className={styles.state} title={failure ?? undefined}>
            <Icon size={14} aria-hidden="true" />
            {t(`state.${state}`)}
            {failure && ` (${failure})`}
          </span>
        )}
      </p>
    </div>
  )
}
