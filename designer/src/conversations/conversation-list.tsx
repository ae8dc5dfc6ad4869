import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { ConversationSummary } from '@pregoner/shared'
import { Ban, MessageCircle, MessagesSquare, Search, SearchX } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { type ConversationFilter, useConversations } from '../api/conversations.ts'
import { useRole } from '../api/session.ts'
import { Empty, Failed } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './conversations.module.css'
import { nameOf } from './name-of.ts'
import { conversationWords } from './words.ts'

const SEARCH_AFTER_MS = 400 // every search is written to the log

interface ListProps {
  town: string
  openId: string
  filter: ConversationFilter
  onFilter: (filter: ConversationFilter) => void
}

/** Conversations, the one written in last first, with search. */
export function ConversationList({ town, openId, filter, onFilter }: ListProps) {
  const t = useWords(conversationWords)
  const [text, setText] = useState(filter.text)
  const search = useDebouncedCallback((typed: string) => onFilter({ ...filter, text: typed.trim() }), SEARCH_AFTER_MS)
  const found = useConversations(town, filter)
  const rows = found.data?.pages.flatMap(({ conversations }) => conversations)
  return (
    <section className={styles.listPane} aria-label={t('list')}>
      <div className={styles.listTop}>
        <h1>{t('title')}</h1>
      </div>
      <search className={styles.filters}>
        <TextInput
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<Search size={16} aria-hidden="true" />}
          value={text}
          onChange={event => {
            setText(event.currentTarget.value)
            search(event.currentTarget.value)
          }}
        />
        <Checkbox
          className={styles.only ?? ''}
          label={t('onlyBlocked')}
          checked={filter.only === 'blocked'}
          onChange={event => onFilter({ ...filter, only: event.currentTarget.checked ? 'blocked' : undefined })}
        />
        <p className={styles.logged}>{t('logged')}</p>
      </search>
      <div className={styles.scroller} aria-busy={found.isPlaceholderData}>
        {found.error && !rows && <Failed error={found.error} onRetry={() => void found.refetch()} />}
        {!rows && !found.error && <Waiting />}
        {rows?.length === 0 && <Nothing town={town} isFiltered={filter.text !== '' || filter.only !== undefined} />}
        {rows && rows.length > 0 && (
          <ul className={styles.rows} aria-label={t('list')}>
            {rows.map(row => (
              <Row key={row.id} town={town} conversation={row} isOpen={row.id === openId} />
            ))}
          </ul>
        )}
        {found.hasNextPage && (
          <div className={styles.older}>
            <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('older')}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

function Row({ town, conversation, isOpen }: { town: string; conversation: ConversationSummary; isOpen: boolean }) {
  const t = useWords(conversationWords)
  const formats = useFormats()
  const now = useNow()
  const { id, channel, lastAt, lastText, blocked } = conversation
  const Icon = channel === 'whatsapp' ? MessageCircle : MessagesSquare
  return (
    <li>
      <Link
        to={`/t/${town}/conversations/${encodeURIComponent(id)}`}
        className={styles.row}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className={styles.rowTop}>
          <Icon size={16} role="img" aria-label={t(channel)} className={styles.channel ?? ''} />
          <bdi className={styles.name}>{nameOf(conversation, t('anonymous'))}</bdi>
          {lastAt && (
            <time dateTime={lastAt} title={formats.exact(lastAt)} className={styles.when}>
              {formats.relative(lastAt, now)}
            </time>
          )}
        </span>
        <span className={styles.rowText}>
          {blocked && (
            <span className={styles.blockedBadge}>
              <Ban size={14} aria-hidden="true" />
              {t('blocked')}
            </span>
          )}
          <bdi>{lastText}</bdi>
        </span>
      </Link>
    </li>
  )
}

function Nothing({ town, isFiltered }: { town: string; isFiltered: boolean }) {
  const t = useWords(conversationWords)
  const isAgent = useRole(town) === 'agent'
  return isFiltered ? (
    <Empty Icon={SearchX} title={t('noneFound')}>
      {t('noneFoundHelp')}
    </Empty>
  ) : (
    <Empty Icon={MessagesSquare} title={t('empty')}>
      {t(isAgent ? 'emptyAgent' : 'emptyHelp')}
    </Empty>
  )
}

function Waiting() {
  return (
    <div className={styles.waiting} aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e', 'f'].map(row => (
        <Skeleton key={row} height={48} radius="sm" />
      ))}
    </div>
  )
}
