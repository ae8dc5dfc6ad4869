import type { TownData } from '@pregoner/shared'
import type { AudienceStore } from '../stores/audience-store.ts'
import type { BroadcastPartStore } from '../stores/broadcast-part-store.ts'
import type { BroadcastRow } from '../stores/broadcast-store.ts'
import type { ChannelStore } from '../stores/channel-store.ts'
import { type Recipient, type RecipientStore, recipientId } from '../stores/recipient-store.ts'
import { meantBy } from './meant.ts'

export interface ListDeps {
  audiences: Pick<AudienceStore, 'pages'>
  broadcastParts: BroadcastPartStore
  channels: Pick<ChannelStore, 'ofTown'>
  recipients: Pick<RecipientStore, 'add'>
  now: () => Date
}

/**
 * Makes the list of a broadcast, part by part, and goes on behind the last one whenever it is called again. `mayGoOn` is
 * asked before each part. True once the list is complete. The people of a part are there before the part is.
 */
export async function listPeople(
  row: BroadcastRow,
  town: TownData,
  { audiences, broadcastParts, channels, recipients, now }: ListDeps,
  mayGoOn: () => Promise<boolean>,
): Promise<boolean> {
  const before = await broadcastParts.last(row._id)
  if (before?.isLast) return true
  const keys = (await channels.ofTown(town.key)).map(({ key }) => key)
  const asked = { segment: row.segment, hasTemplate: Boolean(row.template) }
  let place = before ? before.place + 1 : 0
  const part = (from: string, to: string, isLast: boolean) =>
    broadcastParts.add({
      ...{ _id: `${row._id}:${place}`, broadcastId: row._id, town: town.key, place, from, to, isLast },
    })
  for await (const { meant, from, to } of meantBy(audiences, town, keys, asked, now(), before?.to ?? null)) {
    if (!(await mayGoOn())) return false
    const people = meant.flatMap(({ reader: { convId, channelId, language }, excluded }): Recipient[] =>
      excluded
        ? []
        : [
            {
              ...{ _id: recipientId(row._id, convId), town: town.key, broadcastId: row._id },
              ...{ convId, channelId, language, st: 'due' },
            },
          ],
    )
    await recipients.add(people)
    await part(from, to, false)
    place += 1
  }
  if (!(await mayGoOn())) return false
  await part('', '', true)
  return true
}
