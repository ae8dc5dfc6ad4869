import { converse, newContact, newSession, replyOf } from '@pregoner/shared'
import type { Figure } from './figure.ts'
import { mailboxFlows } from './mailbox.ts'

const EARLY_TURN = 7
const LATE_TURN = 1_000
const MINUTE_MS = 60_000

/** A citizen who never stops: through the menu, the mailbox, back to the menu, a thousand turns long. */
const words = [
  'hola',
  'Accepto',
  '5',
  'Una queixa sobre la neteja del carrer',
  'Sense ubicació',
  'Sense foto',
  'menú',
  '1',
  '0',
]

/** How large the stored session is early on and after a thousand turns: it must not grow with the talk. */
export function sessionFigures(): Figure[] {
  const flows = mailboxFlows()
  let session = newSession(newContact('Maria'), 7)
  const sizes = new Map<number, number>()
  for (let turn = 1; turn <= LATE_TURN; turn++) {
    const reply = replyOf({ messageId: `message-${turn % 100}`, text: words[(turn - 1) % words.length] ?? '' })
    const now = new Date(Date.UTC(2026, 10, 23, 9) + turn * MINUTE_MS)
    session = converse(flows, session, reply, now).session
    sizes.set(turn, Buffer.byteLength(JSON.stringify(session)))
  }
  const early = sizes.get(EARLY_TURN) ?? 0
  const late = sizes.get(LATE_TURN) ?? 0
  const largest = Math.max(...sizes.values())
  return [
    { name: 'session.turn_7', value: early, unit: 'bytes', against: null },
    { name: 'session.turn_1000', value: late, unit: 'bytes', against: null },
    { name: 'session.largest', value: largest, unit: 'bytes', against: null },
    { name: 'session.growth', value: largest / early, unit: '×', against: 'turn 7' },
  ]
}
