import { type Flow, flow } from '@pregoner/shared'
import { z } from 'zod'

/** Unsaved work as it lies in the browser, with the rev it was made on. */
const keptDraft = z.strictObject({ flow, rev: z.number().int(), at: z.number() })
export type KeptDraft = z.infer<typeof keptDraft>

export interface KeptDrafts {
  /** This tab's own. */
  read(): KeptDraft | null
  /** Tells whether there was room for it. */
  write(flow: Flow, rev: number): boolean
  clear(): void
  /** What other tabs have left, the newest first, by the names of the tabs. */
  others(): { tab: string; draft: KeptDraft }[]
  clearOf(tab: string): void
  /** Puts work aside for a later decision, as if a closed tab had left it; tells whether there was room. */
  leave(flow: Flow, rev: number): boolean
}

interface Place {
  storage: Storage
  townKey: string
  flowId: string
  tab: string
  now(): number
}

/**
 * The places in the browser for unsaved work on one flow: one for each tab, so that no tab loses what another keeps.
 * A full or forbidden storage keeps nothing and harms nothing.
 */
export const keptDrafts = ({ storage, townKey, flowId, tab, now }: Place): KeptDrafts => {
  const prefix = `pregoner.draft.${townKey}.${flowId}.`
  const attempt = <Result>(action: () => Result): Result | null => {
    try {
      return action()
    } catch {
      return null // private browsing or a full disk: saving to the runtime goes on as ever
    }
  }
  const readOf = (name: string) =>
    attempt(() => {
      const text = storage.getItem(prefix + name)
      return text ? (keptDraft.safeParse(JSON.parse(text)).data ?? null) : null
    })
  const tabs = () => {
    const keys = attempt(() => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) ?? []
    return keys.flatMap(key => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
  }
  const clearOf = (name: string) => void attempt(() => storage.removeItem(prefix + name))

  const writeOf = (name: string, drawing: Flow, rev: number) =>
    attempt(() => {
      storage.setItem(prefix + name, JSON.stringify({ flow: drawing, rev, at: now() }))
      return true
    }) ?? false

  return {
    read: () => readOf(tab),
    write: (drawing, rev) => writeOf(tab, drawing, rev),
    leave: (drawing, rev) => writeOf(`${tab}-${now()}`, drawing, rev),
    clear: () => clearOf(tab),
    others: () =>
      tabs()
        .filter(name => name !== tab)
        .flatMap(name => {
          const draft = readOf(name)
          return draft ? [{ tab: name, draft }] : []
        })
        .sort((a, b) => b.draft.at - a.draft.at),
    clearOf,
  }
}
