import type { Flow, FlowDraft } from '@pregoner/shared'

export type SaveOutcome =
  | { kind: 'saved'; rev: number }
  /** Somebody else has saved since; `current` is their draft. */
  | { kind: 'stale'; current: FlowDraft }
  /** The runtime cannot be reached now; trying again makes sense. */
  | { kind: 'unreachable' }
  /** Trying again with the same drawing makes no sense; `message` is in the officer's words. */
  | { kind: 'refused'; message: string }

export type SaveState =
  | { kind: 'saved' | 'saving' | 'offline' }
  | { kind: 'stale'; current: FlowDraft }
  | { kind: 'refused'; message: string }

export interface SaverDeps {
  save(flow: Flow, rev: number): Promise<SaveOutcome>
  /** Where unsaved work survives a closed laptop. */
  kept: { write(flow: Flow, rev: number): void; clear(): void }
  onState(state: SaveState): void
  /** Runs something later; the answer calls it off. */
  later(run: () => void, milliseconds: number): () => void
}

export interface Saver {
  changed(flow: Flow): void
  /** Saves what is unsaved now; true when the stored draft is what the screen shows. */
  flush(): Promise<boolean>
  /** Keeps unsaved work in the browser, for when the page goes away. */
  keepUnsaved(): void
  /** After a stale save: puts my drawing over theirs. */
  overwrite(): Promise<boolean>
  /** Takes a draft that came from the runtime as the new starting point. */
  adopt(draft: Pick<FlowDraft, 'flow' | 'rev'>): void
  isUnsaved(): boolean
  rev(): number
  /** Stops trying again by itself, when the page is left, until `resume`. */
  pause(): void
  resume(): void
}

const SAVE_AFTER_MS = 1_200 // long enough for one save per typed word or drag, short enough to trust
const RETRY_MS = [2_000, 5_000, 10_000, 30_000]

/** Saves a draft a little after it changes, one save at a time, each carrying the rev it was made on. */
export const createSaver = ({ save, kept, onState, later }: SaverDeps, start: { flow: Flow; rev: number }): Saver => {
  let { flow: saved, rev } = start
  let latest = saved
  let stale: FlowDraft | null = null
  let retries = 0
  let isPaused = false
  let running: Promise<boolean> = Promise.resolve(true)
  let cancel: (() => void) | null = null

  const stop = () => {
    cancel?.()
    cancel = null
  }
  const schedule = (milliseconds: number) => {
    if (isPaused) return
    cancel ??= later(() => {
      cancel = null
      void flush()
    }, milliseconds)
  }

  /** Whether it went well. */
  const settle = (sent: Flow, outcome: SaveOutcome): boolean => {
    if (outcome.kind === 'saved') {
      saved = sent
      rev = outcome.rev
      retries = 0
      return true
    }
    if (outcome.kind === 'stale') {
      stale = outcome.current
      onState(outcome)
    } else if (outcome.kind === 'unreachable') {
      onState({ kind: 'offline' })
      schedule(RETRY_MS[Math.min(retries++, RETRY_MS.length - 1)] ?? SAVE_AFTER_MS)
    } else onState(outcome)
    return false
  }

  const saveAll = async (): Promise<boolean> => {
    stop()
    while (latest !== saved && !stale) {
      const sent = latest
      kept.write(sent, rev)
      onState({ kind: 'saving' })
      const outcome = await save(sent, rev)
      if (!settle(sent, outcome)) return false
    }
    if (stale) return false
    kept.clear()
    onState({ kind: 'saved' })
    return true
  }

  const flush = (): Promise<boolean> => {
    running = running.then(saveAll)
    return running
  }

  return {
    changed(flow) {
      if (flow === latest) return
      latest = flow
      if (stale) return kept.write(latest, rev)
      if (retries === 0) onState({ kind: 'saving' })
      schedule(SAVE_AFTER_MS)
    },
    flush,
    keepUnsaved() {
      if (latest !== saved) kept.write(latest, rev)
    },
    overwrite() {
      if (stale) rev = stale.rev
      stale = null
      return flush()
    },
    adopt(draft) {
      stop()
      saved = draft.flow
      latest = draft.flow
      rev = draft.rev
      stale = null
      retries = 0
      kept.clear()
      onState({ kind: 'saved' })
    },
    isUnsaved: () => latest !== saved,
    rev: () => rev,
    pause() {
      isPaused = true
      stop()
    },
    resume() {
      isPaused = false
    },
  }
}
