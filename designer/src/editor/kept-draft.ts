import { type Flow, flow } from '@pregoner/shared'
import { z } from 'zod'

/** Unsaved work as it lies in the browser, with the rev it was made on. */
const keptDraft = z.strictObject({ flow, rev: z.number().int() })
export type KeptDraft = z.infer<typeof keptDraft>

export interface KeptDrafts {
  read(): KeptDraft | null
  write(flow: Flow, rev: number): void
  clear(): void
}

/** The place in the browser for the unsaved work on one flow. A full or forbidden storage keeps nothing and harms nothing. */
export const keptDrafts = (storage: Storage, townKey: string, flowId: string): KeptDrafts => {
  const key = `pregoner.draft.${townKey}.${flowId}`
  const attempt = <Result>(action: () => Result): Result | null => {
    try {
      return action()
    } catch {
      return null // private browsing or a full disk: saving to the runtime goes on as ever
    }
  }
  return {
    read: () =>
      attempt(() => {
        const text = storage.getItem(key)
        return text ? (keptDraft.safeParse(JSON.parse(text)).data ?? null) : null
      }),
    write: (drawing, rev) => void attempt(() => storage.setItem(key, JSON.stringify({ flow: drawing, rev }))),
    clear: () => void attempt(() => storage.removeItem(key)),
  }
}
