import { noticeFor, type TownData } from '@pregoner/shared'
import type { Receive } from '../pipeline/receive.ts'
import type { AudienceStore, Reader } from '../stores/audience-store.ts'
import type { BroadcastRow } from '../stores/broadcast-store.ts'
import type { Recipient, RecipientStore } from '../stores/recipient-store.ts'
import { exclusionOf } from './meant.ts'
import type { Progress } from './progress.ts'

export interface HandOverDeps {
  audiences: Pick<AudienceStore, 'standing'>
  recipients: Pick<RecipientStore, 'settle'>
  receive: Pick<Receive, 'order'>
  progress: Pick<Progress, 'moved'>
  now: () => Date
}

/**
 * Hands people over to their conversations, without those who have left or were blocked since the list was made. One
 * that fails is due still, and thrown once the others are done.
 */
export async function handOver(
  row: BroadcastRow,
  town: TownData,
  batch: readonly Recipient[],
  { audiences, recipients, receive, progress, now }: HandOverDeps,
): Promise<void> {
  const convIds = batch.map(({ convId }) => convId)
  const readers = await audiences.standing(town, convIds, now())
  const stays = ({ convId }: Recipient) => {
    const reader = readers.get(convId)
    return reader !== undefined && exclusionOf(reader, row.segment.topicIds, Boolean(row.template)) === null
  }
  const staying = batch.filter(stays)
  const leaving = batch.filter(each => !stays(each))
  await recipients.settle(
    leaving.map(({ _id }) => _id),
    'left',
  )
  for (const { convId } of leaving) progress.moved(town.key, convId)
  const outcomes = await Promise.allSettled(
    staying.map(({ convId, channelId, language }) =>
      receive.order(
        { convId, town: town.key, channelId },
        {
          ...{ kind: 'broadcast', id: `broadcast:${row._id}`, broadcastId: row._id },
          ...(row.frontUntil && { isFront: true }),
          message: noticeFor(row, town, { language, ...whoReads(readers.get(convId)) }),
        },
      ),
    ),
  )
  await recipients.settle(
    staying.filter((_, index) => outcomes[index]?.status === 'fulfilled').map(({ _id }) => _id),
    'handed',
  )
  const failed = outcomes.find(outcome => outcome.status === 'rejected')
  if (failed) throw failed.reason
}

const whoReads = (reader: Reader | undefined) => ({
  called: reader?.contact.name ?? null,
  isWindowClosed: reader?.isWindowClosed ?? false,
})
