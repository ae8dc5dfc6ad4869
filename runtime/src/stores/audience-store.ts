import type { Exclusion, Language, Segment, TownData } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { exclusionOf, isMeant } from '../broadcasts/meant.ts'
import type { Identity } from '../channels/channel.ts'
import { isWindowClosed } from '../channels/service-window.ts'
import type { Conversation } from './conversation-store.ts'
import type { SubscriptionRow } from './subscription-store.ts'

const PAGE = 500

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

/** Somebody a segment means; `excluded` says why they get nothing all the same. */
export interface Meant {
  reader: Reader
  excluded: Exclusion | null
}

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
    return known.map((row): { reader: Reader; addresses: string[] } => {
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
    /**
     * Everybody a segment means, in pages; `channelIds` are the town's. `hasTemplate` says whether whoever's 24-hour window
     * has closed gets something. `onAddresses` hears how many subscribed addresses
     * each page has shown, so that those of nobody who ever wrote can be told.
     */
    async *meant(
      town: TownData,
      channelIds: readonly string[],
      segment: Segment,
      now: Date,
      hasTemplate: boolean,
      onAddresses: (count: number) => void = () => {},
    ): AsyncGenerator<Meant[]> {
      for (const channelId of channelIds) {
        for (let behind = `${channelId}:`; ; ) {
          // Ids begin with their channel's; `;` comes right behind `:`.
          const filter = { _id: { $gt: behind, $lt: `${channelId};` }, town: town.key }
          const rows = await conversations.find(filter, { projection: fields }).sort({ _id: 1 }).limit(PAGE).toArray()
          const found = await readersAmong(town, rows, now)
          const { topicIds } = segment
          const wanted = found.filter(({ reader }) => exclusionOf(reader, topicIds, hasTemplate) !== 'no_consent')
          onAddresses(wanted.reduce((sum, { addresses }) => sum + addresses.length, 0))
          yield found.flatMap(({ reader }) =>
            isMeant(reader, segment, now) ? [{ reader, excluded: exclusionOf(reader, topicIds, hasTemplate) }] : [],
          )
          const last = rows.at(-1)
          if (rows.length < PAGE || !last) break
          behind = last._id
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
