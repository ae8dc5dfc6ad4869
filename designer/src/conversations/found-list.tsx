import { Button } from '@mantine/core'
import type { FoundConversation, MarkedExcerpt } from '@pregoner/shared'
import { SearchX } from 'lucide-react'
import { type ConversationFilter, useFoundConversations } from '../api/conversations.ts'
import { Empty, Failed } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { ConversationRow } from './conversation-row.tsx'
import styles from './rows.module.css'
import { RowsWaiting } from './rows-waiting.tsx'
import { conversationWords } from './words.ts'

interface FoundListProps {
  town: string
  openId: string
  filter: ConversationFilter
}

/** The first find of each conversation: pages overlap where somebody has written the words more than once. */
const eachOnce = (found: readonly FoundConversation[]) =>
  [...new Map(found.toReversed().map(one => [one.id, one])).values()].toReversed()

/** Where the words were found, how far back that was looked for, and a way to go on from there. */
export function FoundList({ town, openId, filter }: FoundListProps) {
  const t = useWords(conversationWords)
  const formats = useFormats()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isFetchNextPageError } =
    useFoundConversations(town, filter)
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <RowsWaiting />
  const found = eachOnce(data.pages.flatMap(page => page.found))
  const since = data.pages.at(-1)?.since ?? null
  return (
    <>
      {found.length === 0 ? (
        <Empty Icon={SearchX} title={t('noneFound')}>
          {hasNextPage ? null : t('noneFoundHelp')}
        </Empty>
      ) : (
        <ul className={styles.rows} aria-label={t('found')}>
          {found.map(one => (
            <ConversationRow
              key={one.id}
              town={town}
              conversation={one}
              isOpen={one.id === openId}
              at={one.message?.at ?? one.lastAt}
            >
              <bdi className={styles.find}>{one.message ? <Find {...one.message} /> : one.lastText}</bdi>
            </ConversationRow>
          ))}
        </ul>
      )}
      <div className={styles.older}>
        <p role="status" className={styles.reached}>
          {since && t('searchedSince', { date: formats.date(since) })}
          {!hasNextPage && t('searchedAll')}
        </p>
        {isFetchNextPageError && <p role="alert">{t('furtherFailed')}</p>}
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('furtherBack')}
          </Button>
        )}
      </div>
    </>
  )
}

function Find({ text, marks, from }: MarkedExcerpt & { from: 'contact' | 'town' }) {
  const t = useWords(conversationWords)
  const begins = [0, ...marks.map(([, to]) => to)]
  return (
    <>
      {from === 'town' && `${t('hall')}: `}
      {begins.map((begin, index) => {
        const [markFrom, markTo] = marks[index] ?? [text.length, text.length]
        return (
          <span key={begin}>
            {text.slice(begin, markFrom)}
            {markTo > markFrom && <mark className={styles.mark}>{text.slice(markFrom, markTo)}</mark>}
          </span>
        )
      })}
    </>
  )
}
