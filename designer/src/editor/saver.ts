import type { Flow, FlowDraft } from '@pregoner/shared'
import { isSameDrawing } from './same-drawing.ts'

export type SaveOutcome =
  | { kind: 'saved'; rev: number }
  /** Somebody else has saved since; `current` is their draft. */
  | { kind: 'stale'; current: FlowDraft }
  /** Somebody else edits the flow, but has not saved since. */
  | { kind: 'locked'; holder: string }
  /** The runtime cannot be reached now; trying again makes sense. */
  | { kind: 'unreachable' }
  /** Trying again with the same drawing makes no sense; `message` is in the officer's words. */
  | { kind: 'refused'; message: string }

export type SaveState =
  | { kind: 'saved' | 'saving' }
  /** `isKept` tells whether the unsaved work lies safe in the browser. */
  | { kind: 'offline'; isKept: boolean }
  | { kind: 'locked'; holder: string }
  | { kind: 'stale'; current: FlowDraft }
  | { kind: 'refused'; message: string }

export interface SaverDeps {
  save(flow: Flow, rev: number): Promise<SaveOutcome>
  /** Where unsaved work survives a closed laptop; `write` tells whether there was room for it. */
  kept: { write(flow: Flow, rev: number): boolean; clear(): void; leave(flow: Flow, rev: number): boolean }
  onState(state: SaveState): void
  /** Runs something later; the answer calls it off. */
  later(run: () => void, milliseconds: number): () => void
}

export interface Saver {
  changed(flow: Flow): void
  /** Saves what is unsaved now; true when the stored draft is what the screen shows. */
  flush(): Promise<boolean>
  /** Keeps unsaved work in the browser, for when the page goes away; false when there is no room for it. */
  keepUnsaved(): boolean
  /** After a stale save: puts my drawing over theirs. */
  overwrite(): Promise<boolean>
  /** Takes a draft that came from the runtime as the new starting point. */
  adopt(draft: Pick<FlowDraft, 'flow' | 'rev'>): void
  /** Goes on with work that was made on revision `rev` and never saved. */
  takeUp(flow: Flow, rev: number): void
  /** Puts the unsaved work aside for a later decision; false when there is no room for it. */
  leave(): boolean
  isUnsaved(): boolean
  rev(): number
  /** Stops trying again by itself, when the page is left, until `resume`. */
  pause(): void
  resume(): void
}

const SAVE_AFTER_MS = 1_200 // long enough for one save per typed word or drag, short enough to trust
const MAX_DOUBTFUL = 20
const RETRY_MS = [2_000, 5_000, 10_000, 30_000]

/** Something to be done once, a little later, however often it is asked for meanwhile. */
const createPending = (run: () => void, later: SaverDeps['later']) => {
  let cancel: (() => void) | null = null
  return {
    in(milliseconds: number) {
      cancel ??= later(() => {
        cancel = null
        run()
      }, milliseconds)
    },
    stop() {
      cancel?.()
      cancel = null
    },
  }
}

/** Saves a draft a little after it changes, one save at a time, each carrying the rev it was made on. */
export const createSaver = ({ save, kept, onState, later }: SaverDeps, start: { flow: Flow; rev: number }): Saver => {
  let { flow: saved, rev } = start
  let latest = saved
  let stale: FlowDraft | null = null
  let isLocked = false
  let retries = 0
  let isPaused = false
  /** Sent without an answer: the runtime may have them all the same. */
  let doubtful: Flow[] = []
  let running: Promise<boolean> = Promise.resolve(true)

  const keep = () => latest === saved || kept.write(latest, rev)
  const saving = createPending(() => void flush(), later)
  const keeping = createPending(() => void keepOffline(), later)

  const keepOffline = () => {
    const isKept = keep()
    if (retries > 0 && latest !== saved) onState({ kind: 'offline', isKept })
  }

  /** Whether it went well. */
  const settle = (sent: Flow, outcome: SaveOutcome): boolean => {
    isLocked = outcome.kind === 'locked'
    if (outcome.kind !== 'unreachable') retries = 0
    if (outcome.kind === 'saved') {
      saved = sent
      rev = outcome.rev
      doubtful = []
      return true
    }
    if (outcome.kind === 'stale') {
      const own = [sent, ...doubtful].find(drawing => isSameDrawing(drawing, outcome.current.flow))
      if (own) return settle(own, { kind: 'saved', rev: outcome.current.rev })
    }
    if (outcome.kind === 'unreachable') {
      doubtful = [sent, ...doubtful.filter(drawing => drawing !== sent)].slice(0, MAX_DOUBTFUL)
      const wait = RETRY_MS[Math.min(retries++, RETRY_MS.length - 1)] ?? SAVE_AFTER_MS
      keepOffline()
      if (!isPaused) saving.in(wait)
      return false
    }
    if (outcome.kind === 'stale') stale = outcome.current
    keep()
    onState(outcome)
    return false
  }

  const saveAll = async (): Promise<boolean> => {
    saving.stop()
    while (latest !== saved && !stale) {
      const sent = latest
      kept.write(sent, rev)
      if (retries === 0 && !isLocked) onState({ kind: 'saving' })
      const outcome = await save(sent, rev)
      if (!settle(sent, outcome)) return false
    }
    if (stale) return false
    keeping.stop()
    kept.clear()
    onState({ kind: 'saved' })
    return true
  }

  const flush = (): Promise<boolean> => {
    running = running.then(saveAll)
    return running
  }

  const startFrom = (flow: Flow, onRev: number) => {
    saving.stop()
    keeping.stop()
    saved = flow
    latest = flow
    rev = onRev
    stale = null
    isLocked = false
    retries = 0
    doubtful = []
  }

  return {
    changed(flow) {
      if (flow === latest) return
      latest = flow
      if (stale || isLocked) return void keep()
      if (retries > 0) return keeping.in(SAVE_AFTER_MS)
      onState({ kind: 'saving' })
      if (!isPaused) saving.in(SAVE_AFTER_MS)
    },
    flush,
    keepUnsaved: keep,
    overwrite() {
      if (stale) rev = stale.rev
      stale = null
      return flush()
    },
    adopt(draft) {
      startFrom(draft.flow, draft.rev)
      kept.clear()
      onState({ kind: 'saved' })
    },
    takeUp(flow, onRev) {
      rev = onRev
      this.changed(flow)
    },
    leave: () => kept.leave(latest, rev),
    isUnsaved: () => latest !== saved,
    rev: () => rev,
    pause() {
      isPaused = true
      saving.stop()
    },
    resume() {
      isPaused = false
    },
  }
}
