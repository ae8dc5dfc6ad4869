import type { ConversationPage, ConversationSummary } from '@pregoner/shared'

/**
 * The pages of a list after its first one was fetched again: whoever has moved to the top stands there only, and what
 * was pushed off the first page stays where it was. Who is gone is gone here, too; pages that do not join any more are let
 * go.
 */
export function newestFirst(pages: readonly ConversationPage[], fetched: ConversationPage): ConversationPage[] {
  const [first, ...others] = pages
  const onTop = new Set(fetched.conversations.map(({ id }) => id))
  const isJoined = first?.conversations.some(({ id }) => onTop.has(id))
  if (!first || !isJoined || first.next === null || fetched.next === null) return [fetched]
  const end = fetched.conversations.at(-1)?.lastAt ?? null
  // Whoever is newer than the end of what was fetched, and is not in it, is not there any more.
  const isPushedOff = ({ lastAt }: ConversationSummary) => lastAt === null || end === null || lastAt <= end
  const below = (page: ConversationPage) => page.conversations.filter(({ id }) => !onTop.has(id))
  const rest = below(first).filter(isPushedOff)
  return [
    {
      conversations: [...fetched.conversations, ...rest],
      next: rest.length === 0 && others.length === 0 ? fetched.next : first.next,
    },
    ...others.map(page => ({ ...page, conversations: below(page) })),
  ]
}
