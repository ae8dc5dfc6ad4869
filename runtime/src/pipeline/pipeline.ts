import type { Input } from '@pregoner/shared'
import type { Logger } from 'pino'
import type { Channel, ChannelAdapter } from '../channels/channel.ts'
import type { Channels } from '../channels/channels.ts'
import { handOver } from '../incidents/hand-over.ts'
import type { Metrics } from '../metrics.ts'
import { createEraser } from '../privacy/eraser.ts'
import { createRounds } from '../privacy/rounds.ts'
import { createRequestServer } from '../privacy/serve-requests.ts'
import type { Live } from '../sockets/live.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import type { Hint } from '../stores/inbox-store.ts'
import type { Stores } from '../stores/stores.ts'
import { createContacts } from './contacts.ts'
import { createDeliveries } from './deliveries.ts'
import { createMediaFetcher, createServiceCaller, type JobDeps } from './jobs.ts'
import type { Keys } from './keys.ts'
import { createPeopleMoves } from './people-moves.ts'
import { createReceive } from './receive.ts'
import { createSender } from './send.ts'
import { createTownFlows } from './town-flows.ts'
import { createWorker } from './worker.ts'

const JOB_SWEEP_MS = 3_000
const LAST_CALLS_MS = 5_000 // a call still without an answer then is found by the next start, as after a crash

export interface PipelineDeps {
  stores: Stores
  channels: Channels
  adapter: ChannelAdapter
  keys: Keys
  live: Pick<
    Live,
    | 'incidentChanged'
    | 'flowCountsMoved'
    | 'statisticsMoved'
    | 'notice'
    | 'chatChanged'
    | 'conversationChanged'
    | 'appointmentsChanged'
  >
  /** A notice to many was handed over in this conversation, or more is known of one. */
  onBroadcastMoved: (townKey: string, convId: string) => void
  metrics: Metrics
  log: Logger
  now: () => Date
  /** Where citizens reach this installation, like `https://pregoner.example`. */
  publicUrl: () => string
}

export type Pipeline = ReturnType<typeof createPipeline>

const isNotice = (one: Conversation['outbox'][number]): boolean =>
  one.what === 'effect' && one.effect.kind === 'send_message' && one.effect.broadcastId !== undefined

/** Receive, step, project, send: wired to the stores, to the channels and to whoever is looking. */
export function createPipeline(deps: PipelineDeps) {
  const { stores, channels, adapter, keys, live, onBroadcastMoved, metrics, log, now, publicUrl } = deps
  const failed = (place: string) => (error: unknown) => {
    metrics.failed(place)
    log.error({ event: 'pipeline_failed', place, name: nameOf(error), at: whereOf(error) })
  }
  const halted = async (channel: Channel, reason: string) => {
    log.error({ event: 'channel_paused', channel: channel.key, code: reason.split(' ')[0] })
    await channels.pause(channel, reason)
    live.statisticsMoved(channel.town)
  }
  const flows = createTownFlows({
    town: stores.towns.get,
    published: stores.flows.publishedFlows,
    version: stores.flows.version,
    fronts: stores.frontNotices.running,
    now,
  })
  const contacts = createContacts(stores.identities, keys, stores.erasures)
  const deliveries = createDeliveries({
    ...stores,
    now,
    onIncident: live.incidentChanged,
    onOptOut: ({ _id, convId, town, channelId }) =>
      receive.order({ convId, town, channelId }, { kind: 'opt_out', id: `opt-out:${_id}` }),
  })
  const receive = createReceive({
    ...stores,
    keys,
    now,
    report: deliveries.report,
    onReported(townKey, convId) {
      live.conversationChanged(townKey, convId)
      onBroadcastMoved(townKey, convId)
    },
    onNews: async (channel, code, isFatal) => {
      if (isFatal) await halted(channel, `${code} reported by the platform`)
      else log.warn({ event: 'channel_news', channel: channel.key, code })
    },
    wake: hints => worker.wake(hints),
  })
  let isStopping = false
  const sender = createSender({
    sends: stores.sends,
    adapter,
    channel: async channelId => (isStopping ? null : channels.get(channelId)),
    now,
    onHalted: halted,
    async onOutcome(send, st, error) {
      await deliveries.outcome(send, st, error)
      live.conversationChanged(send.town, send.convId)
      if (send.broadcastId !== undefined) onBroadcastMoved(send.town, send.convId)
    },
    count: metrics.sent,
    onFailure: failed('send'),
  })
  const jobs: JobDeps = {
    ...stores,
    adapter,
    receive,
    now,
    channel: channels.get,
    town: stores.towns.get,
    onFailure: failed('job'),
  }
  const mediaFetcher = createMediaFetcher(jobs)
  const serviceCaller = createServiceCaller(jobs)
  const moves = createPeopleMoves({ ...stores, receive, now, onFailure: failed('move') })
  const worker = createWorker({
    step: { ...stores, channel: channels.get, contacts, keys, now, flows, onFailure: failed('step') },
    project: {
      ...stores,
      now,
      receive,
      town: stores.towns.get,
      onIncident: live.incidentChanged,
      onAppointment: live.appointmentsChanged,
      onNotice: live.notice,
      onPrivacyRequest: () => void privacy.sweep(),
      onCounted(townKey, flowIds) {
        metrics.stepped(1)
        live.statisticsMoved(townKey)
        for (const flowId of flowIds) live.flowCountsMoved(townKey, flowId)
      },
      onMessage(conversation) {
        live.chatChanged(conversation.town, conversation._id)
        live.conversationChanged(conversation.town, conversation._id)
        // What is said in the web chat has arrived: nobody reports of it.
        if (conversation.channelKind === 'webchat' && conversation.outbox.some(isNotice))
          onBroadcastMoved(conversation.town, conversation._id)
        if (conversation.erasing) void privacy.sweep()
        if (conversation.outbox.some(one => one.what === 'inbound' && one.files.length > 0)) mediaFetcher.wake()
        if (conversation.outbox.some(one => one.what === 'effect' && one.effect.kind === 'call_service'))
          serviceCaller.wake()
      },
    },
    sender,
    receive,
    ...stores,
    now,
    onFailure: failed('worker'),
  })

  async function onIncidents(townKey: string, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const summary = await stores.incidents.summary(townKey, id)
      if (summary) live.incidentChanged(townKey, summary)
    }
  }
  const privacyDeps = { ...stores, receive, now, publicUrl, town: stores.towns.get, onFailure: failed('privacy') }
  const eraser = createEraser({
    ...privacyDeps,
    contacts,
    keys,
    serve: convIds => sender.serve(convIds),
    onErased: live.conversationChanged,
    onIncidents,
  })
  const privacy = createRounds([createRequestServer(privacyDeps), eraser], failed('privacy'))

  /** Takes an officer's answer for a conversation; durable before it returns. */
  async function receiveOfficerInput(convId: string, inputId: string, input: Input): Promise<void> {
    const channelId = convId.slice(0, convId.lastIndexOf(':'))
    const channel = await channels.get(channelId)
    if (!channel) throw new Error('a conversation without a channel')
    await receive.input({ convId, town: channel.town, channelId }, 'officer', inputId, input)
  }

  async function sweepJobs(): Promise<void> {
    mediaFetcher.wake()
    serviceCaller.wake()
    await handOver({ incidents: stores.incidents, log, receiveOfficerInput })
    await moves.sweep()
    await privacy.sweep()
  }
  let sweeping: NodeJS.Timeout | undefined

  return {
    receive,
    receiveOfficerInput,
    /** Tells whoever is looking that these incidents are not what they were. */
    onIncidents,
    /** An emergency stands in front of the town's flows, or does not any more. */
    onFront: (townKey: string): void => flows.forget(townKey),
    onPublished(townKey: string): void {
      flows.forget(townKey)
      void moves.sweep().catch(failed('move'))
    },
    wake: (hints: readonly Hint[]) => worker.wake(hints),

    async start(): Promise<void> {
      await worker.start()
      await sweepJobs()
      sweeping = setInterval(() => void sweepJobs().catch(failed('sweep')), JOB_SWEEP_MS)
    },
    async stop(): Promise<void> {
      clearInterval(sweeping)
      isStopping = true
      mediaFetcher.stop()
      serviceCaller.stop()
      await worker.stop()
      await privacy.finished()
      const end = performance.now() + LAST_CALLS_MS
      const isIdle = () => sender.isIdle() && mediaFetcher.isIdle() && serviceCaller.isIdle()
      while (!isIdle() && performance.now() < end) {
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    },
    /** Does at once what otherwise happens every few seconds. */
    async sweep(): Promise<void> {
      await worker.sweep()
      await sweepJobs()
    },
    /** How many notices to many are on their way from the inbox to this channel. */
    bulk: (channelId: string) => worker.bulk(channelId),
    isIdle: () => worker.isIdle() && mediaFetcher.isIdle() && serviceCaller.isIdle() && privacy.isIdle(),
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)
/** Where in our code it happened; the message may hold a person's words and is left out. */
const whereOf = (error: unknown) =>
  error instanceof Error
    ? error.stack
        ?.split('\n')
        .filter(line => line.trim().startsWith('at '))
        .slice(0, 4)
    : undefined
