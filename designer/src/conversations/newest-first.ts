import type { ConversationPage } from '@pregoner/shared'

/**
 * The pages of a list after its first one was fetched again: whoever has moved to the top stands there only, and what
 * was pushed off the first page stays where it was. Pages that do not join any more are let go.
 */
export function newestFirst(pages: readonly ConversationPage[], fetched: ConversationPage): ConversationPage[] {
  const [first, ...others] = pages
  const onTop = new Set(fetched.conversations.map(({ id }) => id))
  const isJoined = first?.conversations.some(({ id }) => onTop.has(id))
  if (!first || !isJoined || first.next === null || fetched.next === null) return [fetched]
  const below = (page: ConversationPage) => page.conversations.filter(({ id }) => !onTop.has(id))
  return [
    { ...first, conversations: [...fetched.conversations, ...below(first)] },
    ...others.map(page => ({ ...page, conversations: below(page) })),
  ]
}
