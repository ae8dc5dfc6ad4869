import { Long } from 'bson'
import { CommandError } from './errors.ts'
import { type Doc, encodedSize } from './values.ts'

const FIRST_BATCH = 101 // MongoDB's default
const MAX_BATCH_BYTES = 15 * 1024 * 1024 // a reply is one BSON document
const BYTES_AROUND_A_DOCUMENT = 16 // its type, its position as a text
const IDLE_MILLISECONDS = 10 * 60 * 1000 // MongoDB's cursorTimeoutMillis

type Cursor = { namespace: string; rest: Doc[]; usedAt: number }
/** Results that a client has not fetched yet. */
export type Cursors = { open: Map<string, Cursor>; lastId: number }

export const createCursors = (): Cursors => ({ open: new Map(), lastId: 0 })

/** The `cursor` field of a reply with the first documents; the rest waits for `getMore`. */
export function openCursor(
  cursors: Cursors,
  namespace: string,
  docs: Doc[],
  batchSize = FIRST_BATCH,
  isSingle = false,
): Doc {
  const count = fitting(docs, batchSize)
  const rest = docs.slice(count)
  if (rest.length === 0 || isSingle) return { firstBatch: docs.slice(0, count), id: Long.ZERO, ns: namespace }
  cursors.lastId++
  cursors.open.set(String(cursors.lastId), { namespace, rest, usedAt: Date.now() })
  return { firstBatch: docs.slice(0, count), id: Long.fromNumber(cursors.lastId), ns: namespace }
}

/** The `cursor` field of a `getMore` reply. */
export function advanceCursor(cursors: Cursors, id: string, namespace: string, batchSize = Infinity): Doc {
  const cursor = cursors.open.get(id)
  if (cursor?.namespace !== namespace) throw new CommandError(43, `cursor id ${id} not found`)
  const count = fitting(cursor.rest, batchSize)
  const nextBatch = cursor.rest.slice(0, count)
  cursor.rest = cursor.rest.slice(count)
  cursor.usedAt = Date.now()
  if (cursor.rest.length === 0) cursors.open.delete(id)
  return { nextBatch, id: cursor.rest.length === 0 ? Long.ZERO : Long.fromString(id), ns: namespace }
}

export function closeIdleCursors(cursors: Cursors, now: number): void {
  for (const [id, { usedAt }] of cursors.open) if (now - usedAt > IDLE_MILLISECONDS) cursors.open.delete(id)
}

/** How many documents fit in one batch: at least one, so that the cursor advances. */
function fitting(docs: Doc[], batchSize: number): number {
  const most = Math.min(docs.length, batchSize)
  let bytes = 0
  for (let count = 0; count < most; count++) {
    bytes += encodedSize(docs[count]!) + BYTES_AROUND_A_DOCUMENT
    if (bytes > MAX_BATCH_BYTES && count > 0) return count
  }
  return most
}
