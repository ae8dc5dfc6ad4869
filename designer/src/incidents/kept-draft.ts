import { mediaFile } from '@pregoner/shared'
import { z } from 'zod'
import { newId } from '../api/new-id.ts'

const PREFIX = 'pregoner.answer.'
const KEPT_MS = 30 * 24 * 3_600_000

/** An answer or a note under way. */
export const keptDraft = z.object({
  text: z.string(),
  files: z.array(mediaFile),
  /** The id it will be sent with, so that one that has gone out is known. */
  id: z.string(),
})
export type KeptDraft = z.infer<typeof keptDraft>
const stored = keptDraft.extend({ at: z.number() })

export const emptyDraft = (): KeptDraft => ({ text: '', files: [], id: newId() })
export const isEmpty = ({ text, files }: KeptDraft): boolean => text === '' && files.length === 0

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What somebody was writing about something, in any tab of this browser; an empty draft when there is none. */
export function readDraft(storage: Storage, name: string): KeptDraft {
  try {
    const { at: _, ...draft } = stored.parse(JSON.parse(storage.getItem(PREFIX + name) ?? 'null'))
    return draft
  } catch {
    return emptyDraft() // nothing there, or a browser that forbids storage
  }
}

/** Keeps a draft until it is sent; the tab, and the browser, may close meanwhile. */
export function keepDraft(storage: Storage, name: string, draft: KeptDraft, now: number): void {
  try {
    if (isEmpty(draft)) storage.removeItem(PREFIX + name)
    else storage.setItem(PREFIX + name, JSON.stringify({ ...draft, at: now }))
  } catch {
    // kept on the screen only
  }
}

/** Lets go of what nobody has touched for a month: words about a citizen do not stay in a browser for ever. */
export function forgetOldDrafts(storage: Storage, now: number): void {
  try {
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    for (const name of names.filter(one => one.startsWith(PREFIX))) {
      const parsed = stored.safeParse(JSON.parse(storage.getItem(name) ?? 'null'))
      if (!parsed.success || now - parsed.data.at > KEPT_MS) storage.removeItem(name)
    }
  } catch {
    // nothing is kept here
  }
}
