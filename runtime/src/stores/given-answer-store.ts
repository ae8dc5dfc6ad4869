import type { GivenAnswer, Language } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { StepEvent } from './event-store.ts'
import { type CountedSpan, eventsIn } from './flow-count-store.ts'
import type { InboundRecord } from './message-store.ts'

const MAX_READ = 2_000 // answers, the newest ones
const MAX_IGNORED = 10_000 // texts of a flow; nobody puts aside more by hand

/** An answer that a step did not understand. */
export interface Misunderstood {
  node: string
  text: string
  language: Language | null
  at: Date
}

/** An answer with the exit it led to; null when it was not understood. */
export type AnsweredBy = GivenAnswer & { exit: string | null }

interface IgnoredRow {
  /** `town:flowId:id` */
  _id: string
  town: string
  flowId: string
  textId: string
  by: string
  at: Date
}

export const ignoredTextIndexes = [{ key: { town: 1, flowId: 1 } }] as const

export type GivenAnswerStore = ReturnType<typeof createGivenAnswerStore>

/** What people answered at the steps of a flow, read from what is stored; and what officers have put aside of it. */
export function createGivenAnswerStore(connection: Connection) {
  const events = connection.collection<Omit<StepEvent, 'language'> & { language: Language | null }>('events')
  const messages = connection.collection<InboundRecord>('messages')
  const ignored = connection.collection<IgnoredRow>('ignored_texts')

  /** Newest first; those of one step, or of the whole flow when `node` is null. */
  async function misunderstood(
    span: CountedSpan,
    node: string | null,
  ): Promise<{ rows: Misunderstood[]; isCut: boolean }> {
    const found = await events
      .find(
        {
          ...eventsIn(span),
          'notUnderstood.flowId': span.flowId,
          ...(node !== null && { 'notUnderstood.node': node }),
        },
        { projection: { at: 1, language: 1, notUnderstood: 1 } },
      )
      .sort({ at: -1 })
      .limit(MAX_READ + 1)
      .toArray()
    const rows = found
      .slice(0, MAX_READ)
      .flatMap(({ at, language, notUnderstood }) =>
        notUnderstood.map(({ flowId, node: where, text }) => ({ flowId, node: where, text, language, at })),
      )
      .filter(row => row.flowId === span.flowId && (node === null || row.node === node))
      .map(({ flowId: _, ...row }) => row)
    return { rows, isCut: found.length > MAX_READ }
  }

  /** Answers in words that led on from a step. Whoever tapped a button has not been understood by their words. */
  async function understood(span: CountedSpan, node: string): Promise<{ rows: AnsweredBy[]; isCut: boolean }> {
    const found = await events
      .find(
        {
          ...eventsIn(span),
          ...{ 'ended.flowId': span.flowId, 'ended.node': node, 'ended.end': 'answered', 'ended.rule': { $ne: 'tap' } },
        },
        { projection: { language: 1, ended: 1, messageId: 1, notUnderstood: 1 } },
      )
      .sort({ at: -1 })
      .limit(MAX_READ + 1)
      .toArray()
    // The last attempt leads on as well, though nobody has understood it.
    const isLost = (event: (typeof found)[number]) => event.notUnderstood.some(lost => lost.node === node)
    const read = found.slice(0, MAX_READ).filter(event => !isLost(event))
    const ids = read.flatMap(({ messageId }) => messageId ?? [])
    const texts = await messages
      .find({ _id: { $in: ids }, town: span.townKey }, { projection: { text: 1, media: 1, place: 1 } })
      .toArray()
    const byId = new Map(texts.map(message => [message._id, message]))
    const rows = read.flatMap(({ messageId, language, ended }) => {
      const message = messageId ? byId.get(messageId) : undefined
      if (!message || !ended) return []
      return [{ text: message.text ?? '', media: message.media, place: message.place, language, exit: ended.exit }]
    })
    return { rows, isCut: found.length > MAX_READ }
  }

  return {
    misunderstood,

    /** The newest answers of a step, understood and not. */
    async ofStep(span: CountedSpan, node: string): Promise<{ rows: AnsweredBy[]; isCut: boolean }> {
      const [without, within] = await Promise.all([misunderstood(span, node), understood(span, node)])
      const lost = without.rows.map(({ text, language }) => ({
        ...{ text, language, media: [], place: null, exit: null },
      }))
      return { rows: [...lost, ...within.rows], isCut: without.isCut || within.isCut }
    },

    /** The ids of the texts of a flow that officers have put aside. */
    async ignored(townKey: string, flowId: string): Promise<Set<string>> {
      const rows = await ignored
        .find({ town: townKey, flowId }, { projection: { textId: 1 } })
        .limit(MAX_IGNORED)
        .toArray()
      return new Set(rows.map(({ textId }) => textId))
    },

    async ignore(townKey: string, flowId: string, textId: string, by: string, at: Date): Promise<void> {
      const _id = `${townKey}:${flowId}:${textId}`
      await ignored.updateOne({ _id }, { $set: { town: townKey, flowId, textId, by, at } }, { upsert: true })
    },

    async heedAll(townKey: string, flowId: string): Promise<void> {
      await ignored.deleteMany({ town: townKey, flowId })
    },

    async heed(townKey: string, flowId: string, textId: string): Promise<void> {
      await ignored.deleteOne({ _id: `${townKey}:${flowId}:${textId}`, town: townKey })
    },
  }
}
