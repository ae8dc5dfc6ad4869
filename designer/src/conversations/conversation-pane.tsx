import { ActionIcon, Alert, Button, SegmentedControl } from '@mantine/core'
import type { ConversationDetail } from '@pregoner/shared'
import { ArrowLeft, Ban, FileQuestion, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { describeError, isApiError } from '../api/api-error.ts'
import { useBlock, useConversation } from '../api/conversations.ts'
import { useRole } from '../api/session.ts'
import { usePageTitle } from '../frame/page-title.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { ownNames } from '../i18n/own-names.ts'
import { useNow } from '../i18n/use-now.ts'
import { About } from './about.tsx'
import { BlockDialog } from './block-dialog.tsx'
import styles from './conversation.module.css'
import { MessageList } from './message-list.tsx'
import { nameOf } from './name-of.ts'
import { Path } from './path.tsx'
import { conversationWords } from './words.ts'

const parts = ['messages', 'path', 'about'] as const
type Part = (typeof parts)[number]

/** One conversation: its messages, the way through the flow, and what is known of the contact. */
export function ConversationPane({ town, id }: { town: string; id: string }) {
  const t = useWords(conversationWords)
  const { data, error, isPending, refetch } = useConversation(town, id)
  if (isApiError(error, 'not_found'))
    return (
      <Empty
        Icon={FileQuestion}
        title={t('gone')}
        action={
          <Button component={Link} to={`/t/${town}/conversations`} variant="default">
            {t('back')}
          </Button>
        }
      >
        {t('goneHelp')}
      </Empty>
    )
  if (isPending) return <PageLoading />
  if (data) return <Conversation town={town} conversation={data} />
  return <Failed error={error} onRetry={() => void refetch()} />
}

function Conversation({ town, conversation }: { town: string; conversation: ConversationDetail }) {
  const t = useWords(conversationWords)
  const [part, setPart] = useState<Part>('messages')
  return (
    <article className={styles.conversation} data-part={part}>
      <Top town={town} conversation={conversation} />
      <SegmentedControl
        className={styles.parts ?? ''}
        aria-label={t('parts')}
        fullWidth
        value={part}
        onChange={chosen => setPart(parts.find(known => known === chosen) ?? 'messages')}
        data={parts.map(value => ({ value, label: t(value) }))}
      />
      <MessageList town={town} id={conversation.id} />
      <div className={styles.aside}>
        <section className={styles.about} aria-label={t('about')}>
          <About town={town} conversation={conversation} />
        </section>
        <section className={styles.path} aria-labelledby="path-heading">
          <h3 id="path-heading">{t('path')}</h3>
          <Path steps={conversation.path} />
        </section>
      </div>
    </article>
  )
}

function Top({ town, conversation }: { town: string; conversation: ConversationDetail }) {
  const t = useWords(conversationWords)
  const formats = useFormats()
  const now = useNow()
  const mayBlock = useRole(town) !== 'agent'
  const block = useBlock(town, conversation.id)
  const [isAsking, setAsking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const name = nameOf(conversation, t('anonymous'))
  const { channel, phone, contactName, language, blocked, isErasing } = conversation
  usePageTitle(t('titleOf', { name }))
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <header className={styles.top}>
      <div className={styles.topLine}>
        <ActionIcon
          component={Link}
          to={`/t/${town}/conversations`}
          variant="subtle"
          color="gray"
          c="var(--ink)"
          size="max(40px, var(--target))"
          className={styles.back ?? ''}
          aria-label={t('back')}
        >
          <ArrowLeft size={20} aria-hidden="true" />
        </ActionIcon>
        <div className={styles.titles}>
          <h2 ref={heading} tabIndex={-1} className={styles.title} title={name}>
            <bdi>{name}</bdi>
          </h2>
          <p className={styles.meta}>
            <span>{t(channel)}</span>
            {phone && contactName && <span>{phone}</span>}
            {language && <span>{language in ownNames ? ownNames[language as keyof typeof ownNames] : language}</span>}
          </p>
        </div>
        {mayBlock && !isErasing && (
          <Button
            className={styles.block ?? ''}
            variant="default"
            mih="var(--target)"
            loading={block.isPending}
            leftSection={blocked ? <Undo2 size={16} aria-hidden="true" /> : <Ban size={16} aria-hidden="true" />}
            onClick={() => (blocked ? block.mutate(null) : setAsking(true))}
          >
            {t(blocked ? 'unblock' : 'block')}
          </Button>
        )}
      </div>
      {blocked && (
        <p className={styles.blocked} role="status">
          <Ban size={16} aria-hidden="true" />
          <span>
            {t('blockedBy', { who: blocked.by, when: formats.relative(blocked.at, now), reason: blocked.reason })}
          </span>
        </p>
      )}
      {isErasing && <p className={styles.blocked}>{t('erasing')}</p>}
      {block.error && !isAsking && (
        <Alert color="red" role="alert">
          {describeError(block.error)}
        </Alert>
      )}
      {isAsking && (
        <BlockDialog
          name={name}
          isBusy={block.isPending}
          error={block.error ? describeError(block.error) : null}
          onCancel={() => setAsking(false)}
          onConfirm={reason => block.mutate(reason, { onSuccess: () => setAsking(false) })}
        />
      )}
    </header>
  )
}
