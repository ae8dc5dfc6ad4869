import { createHash } from 'node:crypto'
import { createSubscriberReader, type SubscriberFault, type SubscriberLine, type Topic } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { SubscriberImportRow, SubscriberImportStore } from '../stores/subscriber-import-store.ts'
import type { SubscriptionStore } from '../stores/subscription-store.ts'
import { decodeText, NotText } from './decode-text.ts'
import { createNumberSet } from './number-set.ts'

const PART_LINES = 500
/** So many faults are kept for the report; a file with more is the wrong file. */
const MAX_FAULTS = 10_000

/** Where a file goes, and how it is called. */
export interface FileFor {
  id: string
  townKey: string
  country: 'ES' | 'IT'
  topic: Topic
  topicName: string
  channelId: string
  fileName: string
  maxBytes: number
  now: Date
}

export interface LookingDeps {
  imports: Pick<SubscriberImportStore, 'add' | 'addPart' | 'dropParts'>
  subscriptions: Pick<SubscriptionStore, 'standing'>
}

/** The day somebody agreed, as the moment the ledger knows. */
export const agreedAt = ({ agreedOn }: SubscriberLine) => new Date(`${agreedOn}T12:00:00Z`)

/**
 * Looks through a file of subscribers while it arrives: every line is checked, nobody is subscribed. What is good is set
 * aside in parts, so that little of the file is ever in memory, and goes no further unless all of it is good.
 */
export async function lookThrough(
  pieces: AsyncIterable<Buffer>,
  file: FileFor,
  { imports, subscriptions }: LookingDeps,
): Promise<void> {
  const { id, townKey, topic, now } = file
  const text = decodeText()
  const numbers = createNumberSet()
  const hash = createHash('sha256')
  const today = now.toISOString().slice(0, 10)
  const reader = createSubscriberReader({ country: file.country, today, isNew: numbers.add })
  const faults: SubscriberFault[] = []
  const found = { faulty: 0, added: 0, already: 0, parts: 0, bytes: 0, good: 0 }
  let waiting: SubscriberLine[] = []
  let isText = true

  const noteFaults = (all: readonly SubscriberFault[]) => {
    if (all.length > 0) found.faulty += 1
    faults.push(...all.slice(0, MAX_FAULTS - faults.length))
  }

  /** Sets aside whom it would subscribe; whoever has left since they signed stays out: their last word counts. */
  async function setAside(lines: readonly SubscriberLine[]): Promise<void> {
    const addresses = lines.map(({ address }) => address)
    const known = await subscriptions.standing(townKey, topic.id, addresses)
    const fresh: SubscriberLine[] = []
    for (const line of lines) {
      const row = known.get(line.address)
      if (row?.subscribed) found.already += 1
      else if (row && row.at > agreedAt(line))
        noteFaults([{ line: line.line, code: 'left_since', value: line.address }])
      else fresh.push(line)
    }
    found.added += fresh.length
    if (fresh.length === 0 || found.faulty > 0) return
    await imports.addPart(townKey, id, found.parts, fresh, now)
    found.parts += 1
  }

  async function take(piece: string, isLast: boolean): Promise<void> {
    for (const { subscriber, faults: wrong } of reader.read(piece, isLast)) {
      noteFaults(wrong)
      if (subscriber) waiting.push(subscriber)
    }
    while (waiting.length >= PART_LINES || (isLast && waiting.length > 0)) {
      await setAside(waiting.slice(0, PART_LINES))
      waiting = waiting.slice(PART_LINES)
    }
  }

  const decoded = async (decode: () => string, isLast: boolean) => {
    if (!isText) return
    try {
      await take(decode(), isLast)
    } catch (error) {
      if (!(error instanceof NotText)) throw error
      isText = false
      noteFaults([{ line: reader.lineCount() + 1, code: 'not_text', value: '' }])
    }
  }

  try {
    for await (const piece of pieces) {
      found.bytes += piece.length
      if (found.bytes > file.maxBytes) throw new AppError('too_large')
      hash.update(piece)
      await decoded(() => text.piece(piece), false)
    }
    await decoded(() => text.rest(), true)
  } catch (error) {
    await imports.dropParts(townKey, id)
    throw error
  }
  const isGood = found.faulty === 0
  if (!isGood) await imports.dropParts(townKey, id)
  const row: Omit<SubscriberImportRow, '_id' | 'keptUntil'> = {
    ...{ town: townKey, topicId: topic.id, topicName: file.topicName, channelId: file.channelId },
    ...{ fileName: file.fileName, fileHash: hash.digest('hex'), state: isGood ? 'checked' : 'faulty' },
    ...{ lines: reader.lineCount(), added: found.added, already: found.already, taken: 0 },
    ...{ faultCount: found.faulty, faults, parts: isGood ? found.parts : 0, partsDone: 0 },
  }
  await imports.add({ id, ...row }, now)
}
