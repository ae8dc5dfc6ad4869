import type { Language, TownData } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { Identity } from '../channels/channel.ts'
import { isWindowClosed } from '../channels/service-window.ts'
import type { Conversation } from './conversation-store.ts'
import type { SubscriptionRow } from './subscription-store.ts'

const PAGE = 500
/** So few letters of a keyed hash name nobody, and part thousands of people well enough. */
const BOUND_CHARS = 4

/** What decides whether somebody gets a notice. */
export interface Reader {
  convId: string
  channelId: string
  channelKind: Conversation['channelKind']
  address: Identity
  language: Language
  contact: Conversation['session']['contact']
  lastInAt: Date | null
  /** Topics that any of their addresses is subscribed to. */
  topicIds: string[]
  isBlocked: boolean
  isWindowClosed: boolean
}

/** A reader with those of their addresses that are subscribed to something. */
interface KnownReader {
  reader: Reader
  addresses: string[]
}

/**
 * Some people in the order of their conversations. Every conversation of a town is in the bounds of one page alone, from
 * `from` on and before `to`; the last ones of a page may be in those of the next.
 */
export interface ReaderPage {
  readers: KnownReader[]
  from: string
  to: string
}

const inOrderOfConversations = (channelIds: readonly string[]): string[] =>
  [...channelIds].sort((a, b) => (`${a}:` < `${b}:` ? -1 : 1))

const fields = {
  ...{ channelId: 1, channelKind: 1, contactId: 1, address: 1, phone: 1, lastInAt: 1 },
  ...{ 'session.contact': 1, blocked: 1, erasing: 1 },
}

const addressesOf = ({ phone, contactId }: Conversation) => (phone ? [`+${phone}`, contactId] : [contactId])

export type AudienceStore = ReturnType<typeof createAudienceStore>

/** Who a notice reaches, read page by page: however many they are, a few hundred are in memory. */
export function createAudienceStore(connection: Connection) {
  const conversations = connection.collection<Conversation>('conversations')
  const subscriptions = connection.collection<SubscriptionRow>('subscriptions')

  async function readersAmong(town: TownData, rows: readonly Conversation[], now: Date) {
    const known = rows.filter(({ erasing }) => !erasing)
    const addresses = known.flatMap(addressesOf)
    const subscribed = await subscriptions
      .find(
        { town: town.key, address: { $in: addresses }, subscribed: true },
        { projection: { address: 1, topicId: 1 } },
      )
      .toArray()
    const topics = new Map<string, string[]>()
    for (const { address, topicId } of subscribed) topics.set(address, [...(topics.get(address) ?? []), topicId])
    return known.map((row): KnownReader => {
      const { _id, channelId, channelKind, address, lastInAt, session } = row
      const own = addressesOf(row).filter(each => topics.has(each))
      const { language } = session.contact
      return {
        addresses: own,
        reader: {
          ...{ convId: _id, channelId, channelKind, address, lastInAt, contact: session.contact },
          language: language && town.languages.includes(language) ? language : town.defaultLanguage,
          topicIds: [...new Set(own.flatMap(each => topics.get(each) ?? []))],
          isBlocked: Boolean(row.blocked),
          isWindowClosed: isWindowClosed(channelKind, lastInAt, now),
        },
      }
    })
  }

  return {
    /** Everybody who is known on these channels of the town, in pages, from the bound `behind` on. */
    async *pages(
      town: TownData,
      channelIds: readonly string[],
      now: Date,
      behind: string | null = null,
    ): AsyncGenerator<ReaderPage> {
      const ordered = inOrderOfConversations(channelIds)
      const isWithin = (key: string) => behind !== null && (behind.startsWith(`${key}:`) || behind === `${key};`)
      const first = ordered.findIndex(isWithin)
      for (const [index, channelId] of ordered.slice(Math.max(0, first)).entries()) {
        let from = index === 0 && first >= 0 && behind !== null ? behind : `${channelId}:`
        const end = `${channelId};` // ids begin with their channel's and a colon, which `;` comes right behind
        for (let last = from; from !== end; ) {
          const filter = { _id: { $gt: last, $lt: end }, town: town.key }
          const rows = await conversations.find(filter, { projection: fields }).sort({ _id: 1 }).limit(PAGE).toArray()
          last = rows.at(-1)?._id ?? end
          const to = rows.length < PAGE ? end : last.slice(0, channelId.length + 1 + BOUND_CHARS)
          yield { readers: await readersAmong(town, rows, now), from, to }
          from = to
        }
      }
    },

    /** How many addresses are subscribed to any of these topics, or to anything when there are none. */
    async subscribedAddresses(townKey: string, topicIds: readonly string[]): Promise<number> {
      let count = 0
      for (let behind = ''; ; ) {
        const filter = {
          ...{ town: townKey, subscribed: true, address: { $gt: behind } },
          ...(topicIds.length > 0 && { topicId: { $in: [...topicIds] } }),
        }
        const rows = await subscriptions
          .find(filter, { projection: { address: 1 } })
          .sort({ address: 1 })
          .limit(PAGE)
          .toArray()
        const addresses = new Set(rows.map(({ address }) => address))
        count += addresses.size
        const last = rows.at(-1)
        if (rows.length < PAGE || !last) return count
        behind = last.address
        // The page may have ended among the topics of one address; going on behind it leaves those out.
      }
    },

    /** The same people as they stand now. */
    async standing(town: TownData, convIds: readonly string[], now: Date): Promise<Map<string, Reader>> {
      const filter = { _id: { $in: [...convIds] }, town: town.key }
      const rows = await conversations.find(filter, { projection: fields }).toArray()
      const found = await readersAmong(town, rows, now)
      return new Map(found.map(({ reader }) => [reader.convId, reader]))
    },
  }
}
