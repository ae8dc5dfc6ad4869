import { useEffect, useRef } from 'react'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import { Bubble, PhoneFrame, SaidBubble, TypingDots } from '../phone/index.ts'
import styles from './chat.module.css'
import { chatMediaUrl } from './chat-api.ts'
import { isAnswerExpected, type Saying } from './chat-log.ts'
import { Composer, type ComposerHandle } from './composer.tsx'
import { useChat } from './use-chat.ts'
import { useStayAtEnd } from './use-stay-at-end.ts'
import { chatWords } from './words.ts'

/** The public web chat of a town: the same flow as on WhatsApp, for people without it. */
export function ChatPage({ townKey }: { townKey: string }) {
  const t = useWords(chatWords)
  const formats = useFormats()
  const chat = useChat(townKey)
  const now = useNow(1_000)
  const log = useRef<HTMLDivElement>(null)
  const composer = useRef<ComposerHandle>(null)
  const { townName, messages, sayings, status } = chat
  const isTyping = isAnswerExpected(messages, sayings, now)
  const mediaUrl = (mediaId: string) => chatMediaUrl(townKey, mediaId)

  useEffect(() => {
    if (townName) document.title = t('title', { town: townName })
  }, [townName, t])
  const shown = messages.length + sayings.length + (isTyping ? 1 : 0)
  useStayAtEnd(log, shown === 0 ? '' : `${messages.length} ${sayings.length} ${isTyping}`)

  if (status !== 'ready') return <NotReady status={status} onRetry={chat.retry} />
  return (
    <main className={styles.page}>
      <PhoneFrame
        isFull
        headingLevel={1}
        title={townName}
        subtitle={t('subtitle')}
        logRef={log}
        logLabel={t('conversation', { town: townName })}
        footer={
          <>
            {!chat.isConnected && (
              <p className={styles.offline} role="status">
                {t('offline')}
              </p>
            )}
            <Composer ref={composer} onSay={chat.say} />
          </>
        }
      >
        {shown === 0 && (
          <div className={styles.start}>
            <h2>{t('startTitle')}</h2>
            <p>{t('start')}</p>
            <button type="button" className={styles.primary} onClick={() => chat.say({ text: t('hello') })}>
              {t('hello')}
            </button>
          </div>
        )}
        {messages.map(message =>
          message.from === 'town' && message.message ? (
            <Bubble
              key={message.id}
              message={message.message}
              time={formats.time(message.at)}
              mediaUrl={mediaUrl}
              onChoose={choice => chat.say({ text: choice.label, choiceId: choice.id })}
              onSendPlace={() => composer.current?.openPlace()}
            />
          ) : (
            <SaidBubble
              key={message.id}
              text={message.text}
              media={message.media}
              place={message.place}
              time={formats.time(message.at)}
              state="sent"
              mediaUrl={mediaUrl}
            />
          ),
        )}
        {sayings.map(saying => (
          <OnItsWay key={saying.id} saying={saying} onAgain={() => chat.sendAgain(saying.id)} />
        ))}
        {isTyping && <TypingDots name={townName} />}
      </PhoneFrame>
    </main>
  )
}

function OnItsWay({ saying, onAgain }: { saying: Saying; onAgain: () => void }) {
  const t = useWords(chatWords)
  const formats = useFormats()
  const media = saying.files.map(({ name }, index) => ({
    mediaId: `${saying.id}-${index}`,
    kind: 'document' as const,
    mime: '',
    name,
    caption: null,
  }))
  return (
    <>
      <SaidBubble
        text={saying.text}
        place={saying.place}
        media={media}
        time={formats.time(saying.at)}
        state={saying.state}
      />
      {saying.state === 'failed' && (
        <p className={styles.failed} role="alert">
          {t('failed')}{' '}
          <button type="button" className={styles.link} onClick={onAgain}>
            {t('sendAgain')}
          </button>
        </p>
      )}
    </>
  )
}

function NotReady({ status, onRetry }: { status: 'loading' | 'not_found' | 'failed'; onRetry: () => void }) {
  const t = useWords(chatWords)
  if (status === 'loading')
    return (
      <main className={styles.alone}>
        <p className={styles.patience} role="status">
          {t('loading')}
        </p>
      </main>
    )
  return (
    <main className={styles.alone}>
      <h1>{t(status === 'not_found' ? 'notFound' : 'loadFailed')}</h1>
      <p>{t(status === 'not_found' ? 'notFoundHelp' : 'loadFailedHelp')}</p>
      {status === 'failed' && (
        <button type="button" className={styles.primary} onClick={onRetry}>
          {t('tryAgain')}
        </button>
      )}
    </main>
  )
}
