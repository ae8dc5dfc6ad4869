import type { Flow } from '@pregoner/shared'

/** Every command an officer can take back, by the name it has on the screen. */
export const commandNames = [
  'add',
  'insert',
  'insert_part',
  'fill_in',
  'connect',
  'disconnect',
  'move',
  'remove',
  'change',
  'rename',
  'rename_flow',
  'duplicate',
  'paste',
  'cut',
  'tidy',
  'reorder',
  'align',
  'distribute',
  'frame',
  'replace_type',
  'replace_texts',
  'settings',
  'languages',
  'restore',
  'fix',
  'synonym',
  'translate',
  'import_texts',
] as const
export type CommandName = (typeof commandNames)[number]

/**
 * One command. Edits are pure and share what they do not change, so keeping the drawing before and after costs a few
 * references, and going back is exact by construction.
 */
export interface HistoryEntry {
  readonly name: CommandName
  readonly before: Flow
  readonly after: Flow
  /** Commands with the same key that follow each other quickly are one, like the letters typed into one field. */
  readonly key: string | null
  readonly at: number
}

export interface History {
  readonly past: readonly HistoryEntry[]
  readonly future: readonly HistoryEntry[]
}

export const noHistory: History = { past: [], future: [] }

const MAX_COMMANDS = 500
const SAME_COMMAND_MS = 1_500 // a pause in typing longer than this starts a new command

export const record = ({ past }: History, entry: HistoryEntry): History => {
  const last = past.at(-1)
  const isSame = last && entry.key !== null && last.key === entry.key && entry.at - last.at <= SAME_COMMAND_MS
  if (!isSame) return { past: [...past, entry].slice(-MAX_COMMANDS), future: [] }
  return { past: [...past.slice(0, -1), { ...entry, before: last.before }], future: [] }
}

/** Takes the last command back: the drawing before it, and what is left to take back; null when there is nothing. */
export const undo = ({ past, future }: History): [Flow, History] | null => {
  const last = past.at(-1)
  return last ? [last.before, { past: past.slice(0, -1), future: [...future, last] }] : null
}

export const redo = ({ past, future }: History): [Flow, History] | null => {
  const next = future.at(-1)
  return next ? [next.after, { past: [...past, { ...next, key: null }], future: future.slice(0, -1) }] : null
}
