import { isApiError } from '../api/api-error.ts'
import { newId } from '../api/new-id.ts'
import { sendFile, sendSaying } from './chat-api.ts'
import type { Said, Saying } from './chat-log.ts'
import { openKeptSayings } from './kept-sayings.ts'

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

export interface Outbox {
  say(said: Said): void
  sendAgain(id: string): void
  /** Tries at once, for example when the network is back. */
  flush(): void
  change(edit: (sayings: Saying[]) => Saying[]): void
  close(): void
}

interface OutboxEvents {
  onChange: (sayings: Saying[]) => void
  onSent: () => void
}

/**
 * Sends what is said, one after the other, in order. Each saying is kept in the browser before anything is sent and
 * carries its own id, so that a repeated request is one message.
 */
export async function createOutbox(townKey: string, { onChange, onSent }: OutboxEvents): Promise<Outbox> {
  const kept = await openKeptSayings(townKey)
  // What was being sent when the page was closed is sent again under the same id.
  let sayings: Saying[] = (await kept.read()).map(saying =>
    saying.state === 'failed' ? saying : { ...saying, state: 'waiting' },
  )
  let isBusy = false
  let isClosed = false
  let pause = FIRST_PAUSE_MS
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    if (!isClosed) onChange(sayings)
  }
  const put = (changed: Saying) => {
    sayings = sayings.map(saying => (saying.id === changed.id ? changed : saying))
    tell()
    return kept.write(changed)
  }

  async function sendOne(waiting: Saying): Promise<void> {
    let saying: Saying = { ...waiting, state: 'sending' }
    await put(saying)
    try {
      for (const { name, file } of saying.files.slice(saying.mediaIds.length)) {
        saying = { ...saying, mediaIds: [...saying.mediaIds, await sendFile(townKey, name, file)] }
        await put(saying)
      }
      await sendSaying(townKey, saying)
    } catch (error) {
      const isLasting = isApiError(error) && error.status >= 400 && error.status < 500 && error.status !== 429
      await put({ ...saying, state: isLasting ? 'failed' : 'waiting' })
      if (!isLasting) throw error
      return
    }
    pause = FIRST_PAUSE_MS
    await kept.remove(saying.id)
    sayings = sayings.map(each => (each.id === saying.id ? { ...saying, state: 'sent' } : each))
    tell()
    onSent()
  }

  async function flush(): Promise<void> {
    if (isBusy || isClosed) return
    isBusy = true
    clearTimeout(timer)
    try {
      for (let next = nextWaiting(); next && !isClosed; next = nextWaiting()) await sendOne(next)
    } catch {
      timer = setTimeout(() => void flush(), pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    } finally {
      isBusy = false
    }
  }
  const nextWaiting = () => sayings.find(({ state }) => state === 'waiting')

  tell()
  void flush()
  return {
    say({ text, choiceId = null, place = null, files = [] }) {
      const at = new Date().toISOString()
      const saying: Saying = {
        id: newId(),
        at,
        text,
        choiceId,
        place,
        files,
        mediaIds: [],
        state: 'waiting',
      }
      sayings = [...sayings, saying]
      tell()
      void kept.write(saying).finally(() => void flush())
    },
    sendAgain(id) {
      const failed = sayings.find(saying => saying.id === id)
      if (failed) void put({ ...failed, state: 'waiting' }).finally(() => void flush())
    },
    flush: () => void flush(),
    change(edit) {
      const changed = edit(sayings)
      if (changed === sayings) return
      sayings = changed
      tell()
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
