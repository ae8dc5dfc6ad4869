import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Ban, MessagesSquare, Search } from 'lucide-react'
import { useState } from 'react'
import { type ConversationFilter, useConversations } from '../api/conversations.ts'
import { useRole } from '../api/session.ts'
import { Empty, Failed } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { ConversationRow } from './conversation-row.tsx'
import styles from './conversations.module.css'
import { FoundList } from './found-list.tsx'
import rowStyles from './rows.module.css'
import { RowsWaiting } from './rows-waiting.tsx'
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
          maxLength={200}
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
      {filter.text === '' ? (
        <Newest town={town} openId={openId} only={filter.only} />
      ) : (
        <div className={styles.scroller}>
          <FoundList town={town} openId={openId} filter={filter} />
        </div>
      )}
    </section>
  )
}

interface NewestProps extends Pick<ListProps, 'town' | 'openId'> {
  only: ConversationFilter['only']
}

function Newest({ town, openId, only }: NewestProps) {
  const t = useWords(conversationWords)
  const { data, error, refetch, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = useConversations(
    town,
    only,
  )
  const rows = data?.pages.flatMap(({ conversations }) => conversations)
  return (
    <div className={styles.scroller} aria-busy={isPlaceholderData}>
      {error && !rows && <Failed error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <RowsWaiting />}
      {rows?.length === 0 && <Nobody town={town} isFiltered={only !== undefined} />}
      {rows && rows.length > 0 && (
        <ul className={rowStyles.rows} aria-label={t('list')}>
          {rows.map(row => (
            <ConversationRow key={row.id} town={town} conversation={row} isOpen={row.id === openId} at={row.lastAt}>
              <bdi>{row.lastText}</bdi>
            </ConversationRow>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={rowStyles.older}>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Nobody({ town, isFiltered }: { town: string; isFiltered: boolean }) {
  const t = useWords(conversationWords)
  const isAgent = useRole(town) === 'agent'
  return isFiltered ? (
    <Empty Icon={Ban} title={t('noneBlocked')}>
      {t('noneBlockedHelp')}
    </Empty>
  ) : (
    <Empty Icon={MessagesSquare} title={t('empty')}>
      {t(isAgent ? 'emptyAgent' : 'emptyHelp')}
    </Empty>
  )
}
