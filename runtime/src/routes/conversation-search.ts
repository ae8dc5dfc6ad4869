import { conversationSearch, type FoundConversation, foundConversations, roles } from '@pregoner/shared'
import { searchConversations } from '../conversations/search.ts'
import { readSearchCursor, writeSearchCursor } from '../conversations/search-cursor.ts'
import { summaryOf } from '../conversations/shown.ts'
import { createAccessLog } from '../privacy/access-log.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { ConversationSearchStore } from '../stores/conversation-search-store.ts'
import type { ConversationViewStore } from '../stores/conversation-view-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface ConversationSearchDeps {
  conversationSearch: ConversationSearchStore
  conversationViews: Pick<ConversationViewStore, 'lastTexts'>
  audit: AuditStore
  now: () => Date
}

/** Words looked for in what was written, by whom and to whom; further back on request. Whoever looks is written down. */
export function conversationSearchRoutes(deps: ConversationSearchDeps): Route[] {
  const { conversationSearch: store, conversationViews: views } = deps
  const access = createAccessLog(deps)
  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/conversation-search',
      summary: 'Conversations that hold these words, newest first, as far back as one request goes.',
      roles,
      query: conversationSearch,
      answer: foundConversations,
      async run(scope, { query: { text, only, before } }) {
        const from = before === undefined ? null : readSearchCursor(before)
        const { hits, place, since } = await searchConversations(store, scope, text, from)
        await access.note(scope, 'conversation.search', `found:${hits.length}`)
        const ids = hits.map(({ convId }) => convId)
        const [rows, lastTexts] = await Promise.all([store.byIds(scope.townKey, ids), views.lastTexts(ids)])
        const found = rows
          .filter(({ blocked }) => only === undefined || Boolean(blocked))
          .map((row): FoundConversation => {
            const message = hits.find(({ convId }) => convId === row._id)?.message ?? null
            return { ...summaryOf(row, lastTexts.get(row._id) ?? ''), message }
          })
          .toSorted((one, other) => whenOf(other).localeCompare(whenOf(one)))
        return { found, next: place && writeSearchCursor(place), since: since?.toISOString() ?? null }
      },
    }),
  ]
}

const whenOf = ({ message, lastAt }: FoundConversation): string => message?.at ?? lastAt ?? ''
