import { createHash } from 'node:crypto'
import {
  readSubscribers,
  type SubscriberFault,
  type SubscriberLine,
  type SubscriberReport,
  type Topic,
} from '@pregoner/shared'
import type { SubscriptionStore } from '../stores/subscription-store.ts'
import { subscriptionId } from '../stores/subscription-store.ts'

const BATCH = 500
const MAX_NAMED = 100

/** Where a file goes, and who brought it. */
export interface Import {
  townKey: string
  country: 'ES' | 'IT'
  topic: Topic
  topicName: string
  channelId: string
  now: Date
  /** Whether it is taken in when all of it is good; else it is only looked at. */
  isMeant: boolean
}

/** The text of a file; null when it is not in UTF-8 or holds signs no text has. */
function textOf(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}

/**
 * Subscribes everybody in a file, each with their day and proof in the ledger; one line that is no good, and nobody is.
 * What a crash cut off is taken up by the same file again: every line has an id of its own.
 */
export async function importSubscribers(
  bytes: Buffer,
  into: Import,
  subscriptions: SubscriptionStore,
): Promise<SubscriberReport> {
  const { townKey, topic, now } = into
  const text = textOf(bytes)
  const notText: SubscriberFault = { line: 1, code: 'not_text', value: '' }
  const read =
    text === null ? { lines: [], faults: [notText] } : readSubscribers(text, into, now.toISOString().slice(0, 10))
  const faults = [...read.faults]
  const fresh: SubscriberLine[] = []
  for (let at = 0; at < read.lines.length; at += BATCH) {
    const batch = read.lines.slice(at, at + BATCH)
    const known = await subscriptions.standing(batch.map(({ address }) => subscriptionId(townKey, topic.id, address)))
    for (const line of batch) {
      const row = known.get(subscriptionId(townKey, topic.id, line.address))
      if (row?.subscribed) continue
      // Whoever has left since they signed stays out: their last word counts.
      if (row && row.at > agreedAt(line)) faults.push({ line: line.line, code: 'left_since', value: line.address })
      else fresh.push(line)
    }
  }
  const isDone = into.isMeant && faults.length === 0
  if (isDone) await subscribe(fresh, createHash('sha256').update(bytes).digest('hex').slice(0, 24), into, subscriptions)
  const faulty = new Set(faults.map(({ line }) => line)).size
  return {
    lines: new Set([...read.lines, ...read.faults].map(({ line }) => line)).size,
    added: fresh.length,
    already: Math.max(0, read.lines.length - fresh.length - faults.filter(({ code }) => code === 'left_since').length),
    faultCount: faulty,
    faults: faults.sort((one, other) => one.line - other.line).slice(0, MAX_NAMED),
    isDone,
  }
}

const agreedAt = ({ agreedOn }: SubscriberLine) => new Date(`${agreedOn}T12:00:00Z`)

async function subscribe(
  lines: readonly SubscriberLine[],
  file: string,
  { townKey, topic, topicName, channelId }: Import,
  subscriptions: SubscriptionStore,
): Promise<void> {
  for (let at = 0; at < lines.length; at += BATCH) {
    await subscriptions.change(
      lines.slice(at, at + BATCH).map(line => ({
        id: `import:${townKey}:${topic.id}:${file}:${line.line}`,
        topicName: `${topicName} · ${line.proof}`,
        row: {
          ...{ _id: subscriptionId(townKey, topic.id, line.address), town: townKey, topicId: topic.id },
          ...{ address: line.address, channelId, contactId: '', subscribed: true, at: agreedAt(line) },
          ...{ messageId: null, source: 'import' as const },
        },
      })),
    )
  }
}
