import { useRef } from 'react'
import { type ConversationFilter, putNewest, readConversations, refreshConversation } from '../api/conversations.ts'
import { useLiveEvent } from '../api/live.ts'
import { newestFirst } from './newest-first.ts'

/** Keeps the list and the open conversation as they are now. What was searched for stays as it was found. */
export function useLiveConversations(town: string, openId: string, { text, only }: ConversationFilter): void {
  const newest = useRef(0)

  async function lookAtTop(): Promise<void> {
    newest.current += 1
    const mine = newest.current
    const fetched = await readConversations(town, only).catch(() => null) // the next hint will do
    if (fetched && mine === newest.current) putNewest(town, only, pages => newestFirst(pages, fetched))
  }

  useLiveEvent('conversations_changed', ({ ids }) => {
    if (openId !== '' && (ids === null || ids.includes(openId))) refreshConversation(town, openId)
    if (text === '') void lookAtTop()
  })
}
