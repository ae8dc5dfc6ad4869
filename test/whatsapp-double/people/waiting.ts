import type { ReceivedMessage } from '../types.ts'
import type { World } from '../world.ts'
import type { Thread } from './thread.ts'

const DEFAULT_WAIT_MS = 5_000

export type Wanted = number | string | RegExp | ((message: ReceivedMessage) => boolean)

/** The ways a test waits for what the business sends to one person. */
export function createWaiting(world: World, thread: Thread) {
  const { inbox } = thread

  function until<Found>(look: () => Found | undefined, timeoutMs: number, what: string): Promise<Found> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        thread.watchers.delete(watch)
        reject(new Error(`${what} did not come within ${timeoutMs} ms.\n${situation(world, thread)}`))
      }, timeoutMs)
      const watch = () => {
        const found = look()
        if (found === undefined) return
        clearTimeout(timer)
        thread.watchers.delete(watch)
        resolve(found)
      }
      thread.watchers.add(watch)
      watch()
    })
  }

  return {
    /**
     * A number waits until the inbox holds so many messages in all and answers the last of them. A text (somewhere in
     * the message), a pattern or a predicate looks at what came since the person last did something.
     */
    waitFor(wanted: Wanted, timeoutMs = DEFAULT_WAIT_MS): Promise<ReceivedMessage> {
      if (typeof wanted === 'number') return until(() => inbox[wanted - 1], timeoutMs, `Message number ${wanted}`)
      const fits = predicateOf(wanted)
      return until(() => inbox.slice(thread.inboxAtLastAction).find(fits), timeoutMs, `The message wanted (${wanted})`)
    },

    /** Waits for so many messages since the person last did something. */
    answers: (count = 1, timeoutMs = DEFAULT_WAIT_MS): Promise<ReceivedMessage[]> =>
      until(
        () => {
          const since = inbox.slice(thread.inboxAtLastAction)
          return since.length >= count ? since : undefined
        },
        timeoutMs,
        `${count} answers`,
      ),

    /** Waits until one of the business' messages has come as far as this. */
    waitForProgress: (wamid: string, status: string, timeoutMs = DEFAULT_WAIT_MS): Promise<string> =>
      until(
        () => (thread.progress.get(wamid) === status ? status : undefined),
        timeoutMs,
        `Status ${status} of ${wamid}`,
      ),
  }
}

function predicateOf(wanted: Exclude<Wanted, number>): (message: ReceivedMessage) => boolean {
  if (typeof wanted === 'function') return wanted
  if (typeof wanted === 'string') return message => message.text.includes(wanted)
  return message => wanted.test(message.text)
}

/** What a developer wants to know when nothing came: the last messages, calls and webhooks. */
function situation(world: World, thread: Thread): string {
  const messages = thread.inbox.slice(-4).map(({ type, text }) => `  received ${type}: ${text.slice(0, 120)}`)
  const calls = world.calls
    .slice(-3)
    .map(
      ({ method, path, status, answer }) => `  ${method} ${path} → ${status} ${JSON.stringify(answer)?.slice(0, 200)}`,
    )
  const posts = world.sender.webhooks.log
    .slice(-3)
    .map(({ fields, status, body, ms }) => `  webhook ${fields} → ${status ?? body} (${Math.round(ms)} ms)`)
  return [...messages, ...calls, ...posts].join('\n') || '  Nothing was received and nothing was sent.'
}
