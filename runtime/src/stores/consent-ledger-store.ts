import type { ConsentEntry } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { Conversation } from './conversation-store.ts'
import { fold } from './fold.ts'
import { loosely } from './loosely.ts'
import type { ConsentRow } from './subscription-store.ts'

const MAX_PEOPLE = 500
const MAX_OF_ONE = 1_000

/** Where the ledger goes on: right behind this line. */
export interface LedgerCursor {
  at: Date
  behind: string
}

const numberOf = (phone: string | null | undefined): string | null => (phone ? `+${phone}` : null)

/** Whether two lines are about the same person: a subscription is its number's, whoever asked for it. */
const isSamePerson = (one: ConsentRow, other: ConsentRow): boolean =>
  one.address === undefined || other.address === undefined
    ? one.contactId !== '' && one.contactId === other.contactId
    : one.address === other.address

export type ConsentLedgerStore = ReturnType<typeof createConsentLedgerStore>

/** The consents of a town, read: who, which text, when, by which message, and when it was taken back. */
export function createConsentLedgerStore(connection: Connection) {
  const consents = connection.collection<ConsentRow>('consents')
  const conversations = connection.collection<Conversation>('conversations')

  /** Lines that hold every word: in the purpose or the version, or in the name or number of their person. */
  async function containing(town: string, text: string): Promise<object[]> {
    return Promise.all(
      fold(text)
        .split(/\s+/)
        .filter(Boolean)
        .map(async word => {
          const pattern = loosely(word)
          const digits = word.replace(/\D/g, '')
          const people = await conversations
            .find(
              {
                town,
                $or: [{ 'session.contact.name': pattern }, ...(digits.length >= 3 ? [{ phone: loosely(digits) }] : [])],
              },
              { projection: { contactId: 1 } },
            )
            .limit(MAX_PEOPLE)
            .toArray()
          const contacts = people.map(({ contactId }) => contactId)
          const byNumber = digits.length >= 3 ? [{ address: loosely(digits) }] : []
          return { $or: [{ purpose: pattern }, { version: pattern }, { contactId: { $in: contacts } }, ...byNumber] }
        }),
    )
  }

  /** Says of lines whose they are, and when they were taken back. */
  async function told(town: string, rows: readonly ConsentRow[]): Promise<ConsentEntry[]> {
    const contacts = [...new Set(rows.flatMap(({ contactId }) => contactId || []))]
    const addresses = [...new Set(rows.flatMap(({ address }) => address ?? []))]
    const ids = [...new Set(rows.map(({ channelId, contactId }) => `${channelId}:${contactId}`))]
    const [people, refusals] = await Promise.all([
      conversations.find({ _id: { $in: ids }, town }, { projection: { phone: 1, session: 1 } }).toArray(),
      consents
        .find({ town, accepted: false, $or: [{ contactId: { $in: contacts } }, { address: { $in: addresses } }] })
        .sort({ at: 1 })
        .limit(MAX_OF_ONE)
        .toArray(),
    ])
    const known = new Map(people.map(person => [person._id, person]))
    return rows.map(row => {
      const { _id, channelId, contactId, address, purpose, version, accepted, at, messageId } = row
      const person = known.get(`${channelId}:${contactId}`)
      const back = refusals.find(one => isSamePerson(row, one) && one.purpose === purpose && one.at > at)
      return {
        ...{
          id: _id,
          conversationId: person?._id ?? null,
          purpose,
          version,
          accepted,
          at: at.toISOString(),
          messageId,
        },
        contactName: person?.session.contact.name ?? null,
        phone: address?.startsWith('+') ? address : numberOf(person?.phone),
        withdrawnAt: accepted && back ? back.at.toISOString() : null,
      }
    })
  }

  async function page(
    town: string,
    text: string,
    limit: number,
    cursor: LedgerCursor | null,
  ): Promise<{ entries: ConsentEntry[]; next: LedgerCursor | null }> {
    const filters: object[] = [{ town }, ...(await containing(town, text))]
    if (cursor) {
      const { at, behind } = cursor
      filters.push({ $or: [{ at: { $lt: at } }, { at, _id: { $lt: behind } }] })
    }
    const rows = await consents
      .find({ $and: filters })
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .toArray()
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const next = rows.length > limit && last ? { at: last.at, behind: last._id } : null
    return { entries: await told(town, shown), next }
  }

  return {
    /** A page of the ledger, newest first. */
    page,

    /** Every line that `text` finds, page by page. */
    async *all(town: string, text: string): AsyncGenerator<ConsentEntry> {
      for (let cursor: LedgerCursor | null = null; ; ) {
        const found: Awaited<ReturnType<typeof page>> = await page(town, text, MAX_OF_ONE, cursor)
        yield* found.entries
        if (!found.next) return
        cursor = found.next
      }
    },
  }
}
