import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { ConversationFilter } from '../api/conversations.ts'
import { useTownKey } from '../api/town.ts'
import { usePageTitle } from '../frame/page-title.ts'
import { Empty } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { ConversationList } from './conversation-list.tsx'
import { ConversationPane } from './conversation-pane.tsx'
import styles from './conversations.module.css'
import { useLiveConversations } from './use-live-conversations.ts'
import { conversationWords } from './words.ts'

/** Who has written to the town: the list, and one of them whole. On a phone one at a time. */
export default function ConversationsPage() {
  const t = useWords(conversationWords)
  const town = useTownKey()
  const { id = '' } = useParams()
  const [filter, setFilter] = useState<ConversationFilter>({ text: '' })
  useLiveConversations(town, id, filter)
  usePageTitle(t('title'))
  return (
    <div className={styles.desk} data-open={id !== ''}>
      <ConversationList town={town} openId={id} filter={filter} onFilter={setFilter} />
      <section className={styles.pane} aria-label={t('messages')}>
        {id ? (
          <ConversationPane key={id} town={town} id={id} />
        ) : (
          <Empty Icon={MessagesSquare} title={t('chooseOne')}>
            {t('chooseOneHelp')}
          </Empty>
        )}
      </section>
    </div>
  )
}
