import type { ChatMessage, ChatPage, Place } from '@pregoner/shared'

/** Something said here that the server may not have yet. Kept in the browser until it has. */
export interface Saying {
  id: string
  at: string
  text: string
  choiceId: string | null
  place: Place | null
  files: { name: string; file: Blob }[]
  /** Files already at the server, in the order of `files`. */
  mediaIds: string[]
  state: 'waiting' | 'sending' | 'sent' | 'failed'
}

/** What the citizen says at once: words, a tap, a place, files. */
export interface Said {
  text: string
  choiceId?: string
  place?: Place
  files?: { name: string; file: Blob }[]
}

/** Messages by `seq`, each once, whatever the order of the answers. */
export function mergeMessages(known: ChatMessage[], page: ChatPage): ChatMessage[] {
  if (page.messages.length === 0) return known
  const byId = new Map([...known, ...page.messages].map(message => [message.id, message]))
  return [...byId.values()].sort((a, b) => a.seq - b.seq)
}

/** Takes away what was sent and has now come back from the server; each message answers for one saying. */
export function withoutArrived(sayings: Saying[], arrived: ChatMessage[]): Saying[] {
  let left = sayings
  for (const message of arrived) {
    if (message.from !== 'me') continue
    const match = left.find(saying => saying.state === 'sent' && isSame(saying, message))
    if (match) left = left.filter(saying => saying !== match)
  }
  return left
}

const isSame = (saying: Saying, message: ChatMessage): boolean =>
  saying.text === message.text &&
  saying.mediaIds.length === message.media.length &&
  (saying.place === null) === (message.place === null)

const ANSWER_EXPECTED_MS = 20_000

/** Whether dots are due: the last word was ours and not long ago. */
export function isAnswerExpected(messages: ChatMessage[], sayings: Saying[], now: Date): boolean {
  const isRecent = (at: string) => now.getTime() - new Date(at).getTime() < ANSWER_EXPECTED_MS
  const sent = sayings.filter(({ state }) => state === 'sent').at(-1)
  if (sent) return isRecent(sent.at)
  const last = messages.at(-1)
  return last !== undefined && last.from === 'me' && isRecent(last.at)
}
