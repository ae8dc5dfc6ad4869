import { createLog } from '@pregoner/runtime'
import type {
  Channel,
  ChannelAdapter,
  InboundMessage,
  OutboundSend,
  SendResult,
} from '../../runtime/src/channels/channel.ts'
import { createChannels } from '../../runtime/src/channels/channels.ts'
import { createMetrics } from '../../runtime/src/metrics.ts'
import { createKeys } from '../../runtime/src/pipeline/keys.ts'
import { createPipeline, type Pipeline } from '../../runtime/src/pipeline/pipeline.ts'
import { createSecrets } from '../../runtime/src/secrets/secrets.ts'
import { ensureIndexes } from '../../runtime/src/stores/indexes.ts'
import { createStores, type Stores } from '../../runtime/src/stores/stores.ts'
import { openTestDatabase } from '../database.ts'
import { type ManualClock, manualClock } from '../whatsapp-double/index.ts'
import { vila } from './vila.ts'

const silence = () => {}
export const live = {
  incidentChanged: silence,
  flowCountsMoved: silence,
  statisticsMoved: silence,
  notice: silence,
  appointmentsChanged: silence,
  chatChanged: silence,
  conversationChanged: silence,
}

/** One life of the pipeline; the database outlives it. */
export interface Life {
  pipeline: Pipeline
  stores: Stores
  metrics: ReturnType<typeof createMetrics>
}

export type Lab = Awaited<ReturnType<typeof openLab>>

/** The pipeline over a real database, with a clock that stands still and a platform that does what it is told. */
export async function openLab() {
  const database = await openTestDatabase()
  const clock: ManualClock = manualClock(new Date('2026-11-23T10:00:00Z'))
  const secrets = createSecrets([Buffer.alloc(32, 7)])
  const keys = createKeys(Buffer.alloc(32, 9))
  const stores = createStores(database.connection, secrets, clock.now)
  await ensureIndexes(database.connection)
  await stores.towns.save({ ...vila.town, allowedHosts: [] })
  await stores.channels.save({
    ...{ key: 'vila', kind: 'whatsapp', townKey: 'vila', phoneNumberId: '1', displayNumber: null },
    ...{ state: 'live', pausedReason: null },
    windowTemplate: { name: 'resposta', languages: ['ca'], parameters: ['reference'] },
  })
  for (const flow of vila.flows) {
    const author = { by: 'test', at: clock.now() }
    await stores.flows.create('vila', flow, author)
    await stores.flows.publish('vila', { flow, rev: 1 }, [], '', author)
  }

  const handedOver: OutboundSend[] = []
  const platform = {
    /** Everything it has taken, in order. */
    handedOver,
    answer: async (send: OutboundSend): Promise<SendResult> => {
      handedOver.push(send)
      return { kind: 'accepted', platformId: `platform-${send.effectId}` }
    },
  }
  const adapter: ChannelAdapter = {
    send: (_channel, send) => platform.answer(send),
    fetchFile: async () => null,
    markSeen: async () => {},
  }

  /** A process begins: nothing is in its memory. */
  function begin(own: Stores = stores, ownAdapter: ChannelAdapter = adapter): Life {
    const metrics = createMetrics()
    const pipeline = createPipeline({
      stores: own,
      channels: createChannels(own.channels, clock.now),
      adapter: ownAdapter,
      keys,
      live,
      onBroadcastMoved: silence,
      metrics,
      log: createLog(process.env.LOG_LEVEL ?? 'silent'),
      now: clock.now,
      publicUrl: () => 'https://pregoner.example',
    })
    return { pipeline, stores: own, metrics }
  }

  const channel = async (): Promise<Channel> => {
    const found = await createChannels(stores.channels, clock.now).get('vila')
    if (!found) throw new Error('no channel')
    return found
  }

  return {
    clock,
    connection: database.connection,
    stores,
    platform,
    adapter,
    begin,
    channel: await channel(),
    /** What this person writes, as the webhook would give it. The same `id` is the same message. */
    message: (
      phone: string,
      id: string,
      text: string | null,
      more: Partial<InboundMessage['reply']> = {},
    ): InboundMessage => ({
      kind: 'message',
      externalId: `${phone}-${id}`,
      identities: [{ type: 'phone', value: phone }],
      name: null,
      at: clock.now(),
      reply: { kind: 'reply', text, choiceId: null, media: [], place: null, ...more },
      files: more.media?.map(({ mediaId }) => ({ mediaId: mediaId ?? '', platformId: `file-${mediaId}` })) ?? [],
      isSilent: false,
    }),
    convIdOf: (phone: string) => `vila:${keys.contact(keys.identity('vila', { type: 'phone', value: phone }))}`,
    /** Lets a life do all it can do now; false when it has died of it. */
    async settle({ pipeline }: Life, isDead: () => boolean = () => false): Promise<boolean> {
      const idle = async () => {
        while (!pipeline.isIdle() && !isDead()) await new Promise(resolve => setImmediate(resolve))
      }
      await idle()
      await pipeline.sweep().catch(silence)
      await idle()
      return !isDead()
    },
    close: database.close,
  }
}
