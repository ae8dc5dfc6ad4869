import { noticeFor, quietAt, type TownData } from '@pregoner/shared'
import type { Channel } from '../channels/channel.ts'
import type { Receive } from '../pipeline/receive.ts'
import type { AudienceStore, Reader } from '../stores/audience-store.ts'
import type { BroadcastRow, BroadcastStore } from '../stores/broadcast-store.ts'
import type { ChannelStore } from '../stores/channel-store.ts'
import { type Recipient, type RecipientStore, recipientId } from '../stores/recipient-store.ts'
import { exclusionOf } from './meant.ts'
import { byUrgency, createUrgency } from './urgency.ts'

/** So few are with the sender at a time that a citizen's answer waits for no more than these. */
const BATCH = 16
const SWEEP_MS = 1_000
const LOOK_MS = 20
const MAX_WAIT_MS = 2_000

export interface BroadcasterDeps {
  broadcasts: BroadcastStore
  recipients: RecipientStore
  audiences: AudienceStore
  channels: Pick<ChannelStore, 'ofTown'>
  /** As it is now, with its state. */
  openChannel: (channelId: string) => Promise<Channel | null>
  town: (townKey: string) => Promise<TownData | null>
  receive: Pick<Receive, 'order'>
  now: () => Date
  onFailure: (error: unknown) => void
}

/**
 * Takes broadcasts to people's conversations. The list is made once, insert-if-absent, and everybody on it is handed over
 * under an id made of the broadcast and their conversation: wherever it stops, going on sends nobody anything twice.
 */
export function createBroadcaster(deps: BroadcasterDeps) {
  const { broadcasts, recipients, audiences, now } = deps
  let isStopping = false
  let ticking: NodeJS.Timeout | undefined
  let working: Promise<void> | null = null

  async function list(row: BroadcastRow, town: TownData): Promise<void> {
    const channels = await deps.channels.ofTown(town.key)
    const keys = channels.map(({ key }) => key)
    const hasTemplate = Boolean(row.template)
    for await (const page of audiences.meant(town, keys, row.segment, now(), hasTemplate)) {
      if (isStopping) return
      await recipients.add(
        page.flatMap(({ reader: { convId, channelId, language }, excluded }): Recipient[] =>
          excluded
            ? []
            : [
                {
                  ...{ _id: recipientId(row._id, convId), town: town.key, broadcastId: row._id },
                  ...{ convId, channelId, language, st: 'due' },
                },
              ],
        ),
      )
    }
    await broadcasts.goOn(row._id, 'listing', 'sending', now())
  }

  /** Those of a batch whose channel sends now; a paused one keeps its people on the list. */
  async function sendable(batch: readonly Recipient[]): Promise<Recipient[]> {
    const states = new Map<string, boolean>()
    for (const { channelId } of batch) {
      if (!states.has(channelId)) states.set(channelId, (await deps.openChannel(channelId))?.state === 'live')
    }
    return batch.filter(({ channelId }) => states.get(channelId))
  }

  /** Hands a batch over, without those who have left or were blocked since the list was made. */
  async function hand(row: BroadcastRow, town: TownData, batch: readonly Recipient[]): Promise<void> {
    const readers = await audiences.standing(
      town,
      batch.map(({ convId }) => convId),
      now(),
    )
    const stays = ({ convId }: Recipient) => {
      const reader = readers.get(convId)
      return reader !== undefined && exclusionOf(reader, row.segment.topicIds, Boolean(row.template)) === null
    }
    const staying = batch.filter(stays)
    await recipients.settle(
      batch.filter(each => !stays(each)).map(({ _id }) => _id),
      'left',
    )
    const outcomes = await Promise.allSettled(staying.map(each => handOne(row, town, each, readers.get(each.convId))))
    const handed = staying.filter((_, index) => outcomes[index]?.status === 'fulfilled')
    await recipients.settle(
      handed.map(({ _id }) => _id),
      'handed',
    )
    const failed = outcomes.find(outcome => outcome.status === 'rejected')
    if (failed) throw failed.reason // tried again by the next sweep; the others are not held up
    await takenUp(
      row._id,
      handed.map(({ convId }) => convId),
    )
  }

  const handOne = (
    row: BroadcastRow,
    town: TownData,
    { convId, channelId, language }: Recipient,
    reader: Reader | undefined,
  ): Promise<void> =>
    deps.receive.order(
      { convId, town: town.key, channelId },
      {
        ...{ kind: 'broadcast', id: `broadcast:${row._id}`, broadcastId: row._id },
        ...(row.frontUntil && { isFront: true }),
        message: noticeFor(row, town, {
          ...{ language, called: reader?.contact.name ?? null, isWindowClosed: reader?.isWindowClosed ?? false },
        }),
      },
    )

  /** Lets the sender take a batch up before the next one comes, so that answers never queue behind thousands. */
  async function takenUp(broadcastId: string, convIds: readonly string[]): Promise<void> {
    const end = performance.now() + MAX_WAIT_MS
    while (!isStopping && performance.now() < end) {
      if ((await recipients.takenUp(broadcastId, convIds, now())) >= convIds.length) return
      await new Promise(resolve => setTimeout(resolve, LOOK_MS))
    }
  }

  async function send(
    row: BroadcastRow,
    town: TownData,
    mustStepAside: ReturnType<typeof createUrgency>,
  ): Promise<void> {
    while (!isStopping && !quietAt(town, now(), row)) {
      if (await mustStepAside(row)) return
      const due = await recipients.due(row._id, BATCH)
      if (due.length === 0) return broadcasts.goOn(row._id, 'sending', 'sent', now())
      const batch = await sendable(due)
      if (batch.length === 0) return
      await hand(row, town, batch)
    }
  }

  async function work(): Promise<void> {
    const rows = byUrgency(await broadcasts.underWay())
    const mustStepAside = createUrgency(broadcasts, rows)
    for (const row of rows) {
      const town = await deps.town(row.town)
      if (!town || isStopping || quietAt(town, now(), row)) continue
      if (row.state === 'listing') await list(row, town)
      await send(row, town, mustStepAside)
    }
  }

  /** Goes on with whatever is on its way, until nothing more can be done now. */
  function sweep(): Promise<void> {
    working ??= work().finally(() => {
      working = null
    })
    return working
  }
  const wake = () => void sweep().catch(deps.onFailure)

  return {
    sweep,
    wake,
    start(): void {
      wake()
      ticking = setInterval(wake, SWEEP_MS)
    },
    async stop(): Promise<void> {
      isStopping = true
      clearInterval(ticking)
      await working?.catch(deps.onFailure)
    },
  }
}
