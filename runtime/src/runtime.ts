import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Router } from 'express'
import type { Logger } from 'pino'
import { createAccounts } from './accounts/accounts.ts'
import { createSecondFactors } from './accounts/second-factors.ts'
import { visitorIdOf } from './accounts/visitors.ts'
import { createApp } from './app.ts'
import { createProgress } from './broadcasts/progress.ts'
import { createChannels } from './channels/channels.ts'
import { createHearings } from './channels/hearings.ts'
import { createWebChat } from './channels/webchat/webchat.ts'
import { createWhatsAppAdapter } from './channels/whatsapp/adapter.ts'
import { createConnection } from './channels/whatsapp/connection.ts'
import { createGraph } from './channels/whatsapp/graph.ts'
import { createWhatsAppWebhooks } from './channels/whatsapp/webhook.ts'
import { createChecks } from './checking/checks.ts'
import { createClocks } from './clocks.ts'
import { createStopTokens } from './digest/stop-tokens.ts'
import { createLocks } from './locks/locks.ts'
import { createMetrics } from './metrics.ts'
import { createKeys } from './pipeline/keys.ts'
import { createPipeline } from './pipeline/pipeline.ts'
import { createFailingTests } from './routes/failing-tests.ts'
import { healthRoutes } from './routes/health.ts'
import { secretKeys } from './secrets/secret-key.ts'
import { createSecrets } from './secrets/secrets.ts'
import type { Settings } from './settings.ts'
import { createLive } from './sockets/live.ts'
import { openDatabase } from './stores/database.ts'
import { ensureIndexes } from './stores/indexes.ts'
import { identityKey } from './stores/installation-store.ts'
import { createStores } from './stores/stores.ts'

const LAST_WORDS_MS = 2_000 // for requests under way; whoever has still not finished theirs is cut off

export interface RuntimeOptions {
  settings: Settings
  log: Logger
  now?: () => Date
  /** The built browser app; null serves the API alone. */
  pagesFolder: string | null
  /** Hears every command sent to the database as `find conversations`, so that they can be counted. */
  onCommand?: (name: string) => void
}

export type Runtime = Awaited<ReturnType<typeof createRuntime>>

/** Puts the whole runtime together; it does not listen before `listen`. */
export async function createRuntime(options: RuntimeOptions) {
  const { settings, log, pagesFolder, onCommand, now = () => new Date() } = options
  const onWarning = (warning: string) => log.warn({ event: 'database', warning })
  const database = await openDatabase(settings.MONGODB_URI, settings.DATA_DIR, onWarning, onCommand)
  const secrets = createSecrets(secretKeys(settings.SECRET_KEY, settings.DATA_DIR))
  let listensAt = `http://${settings.HOST}:${settings.PORT}`
  const publicUrl = () => settings.PUBLIC_URL?.replace(/\/+$/, '') ?? listensAt
  const stores = createStores(database.connection, secrets, now, publicUrl)
  await ensureIndexes(database.connection)
  const keys = createKeys(await identityKey(database.connection, secrets))
  const metrics = createMetrics()
  const channels = createChannels(stores.channels, now)
  const secondFactors = createSecondFactors({ people: stores.people, secrets, now })
  const accounts = createAccounts({
    people: stores.people,
    towns: stores.towns,
    audit: stores.audit,
    secondFactors,
    now,
  })
  const origins = settings.PUBLIC_URL ? [new URL(settings.PUBLIC_URL).origin] : []
  const live = createLive({
    accounts,
    chat: {
      visitorId: token => visitorIdOf(secrets, token),
      conversationId: (townKey, visitorId) => chat.conversationId(townKey, visitorId),
    },
    log,
    readableBy: stores.conversationViews.byDepartment,
    origins,
  })
  const graph = createGraph({
    apiUrl: settings.WHATSAPP_API_URL,
    version: settings.WHATSAPP_API_VERSION,
    authHeader: settings.WHATSAPP_AUTH_HEADER,
  })
  const adapter = createWhatsAppAdapter({
    graph,
    async file(townKey, mediaId) {
      const [about, file] = await Promise.all([
        stores.media.find(townKey, mediaId),
        stores.media.read(townKey, mediaId),
      ])
      return file && { ...file, name: about?.name ?? mediaId }
    },
  })
  const hearings = createHearings(stores.hearings, now)
  const progress = createProgress({ ...stores, onMoved: live.broadcastMoved, now })
  const pipeline = createPipeline({
    ...{ stores, channels, adapter, keys, live, metrics, log, now, publicUrl },
    onBroadcastMoved: progress.moved,
  })
  const chat = createWebChat({
    ...stores,
    town: stores.towns.get,
    channelOf: channels.webChatOf,
    receive: pipeline.receive,
    keys,
    now,
  })

  let isOpen = false
  const doors = Router()
  doors.use(
    healthRoutes({
      metrics,
      isOpen: () => isOpen,
      pingDatabase: async () => void (await database.connection.db?.admin().ping()),
      channels: stores.channels.all,
      counts: async () => ({
        pending: await stores.inbox.countPending(),
        unsent: await stores.sends.countUnfinished(),
      }),
    }),
  )
  doors.use(
    createWhatsAppWebhooks({
      channel: channels.get,
      async take(channel, items) {
        await pipeline.receive.items(channel, items)
        for (const item of items) {
          if (item.kind === 'message' && !item.isSilent) void adapter.markSeen(channel, item.externalId).catch(() => {})
        }
      },
      mediaName: keys.media,
      now,
      note(event, channelKey) {
        metrics.note(event)
        log.warn({ event, channel: channelKey.slice(0, 60) })
      },
      ...hearings,
      templatesMoved: stores.templateStates.moved,
      countWebhook: metrics.webhook,
    }),
  )
  const checks = createChecks()
  const failingTests = createFailingTests({ ...stores, checks })
  const publishing = { ...stores, live, checks, now, onPublished: pipeline.onPublished, failingTests }
  const stopTokens = createStopTokens(secrets)
  const { retention, retentionClock, broadcaster, importer, mailer, clocks } = createClocks({
    ...{ stores, settings, publishing, pipeline, channels, live, progress, stopTokens, now },
    failed: place => error => {
      metrics.failed(place)
      log.error({ event: `${place}_failed`, name: error instanceof Error ? error.name : typeof error })
    },
  })
  const app = createApp({
    ...publishing,
    retention,
    retentionClock,
    canSendMail: mailer !== null,
    mailer,
    locks: createLocks({ store: stores.flowLocks, live, now }),
    log,
    secrets,
    accounts,
    secondFactors,
    openChannel: channels.fresh,
    connection: createConnection(graph, { provesSecret: settings.WHATSAPP_AUTH_HEADER === 'authorization' }),
    refusalsOf: hearings.refusalsOf,
    chat,
    webhooks: doors,
    stopTokens,
    receiveOfficerInput: pipeline.receiveOfficerInput,
    order: pipeline.receive.order,
    onBroadcast: broadcaster.wake,
    onFront: pipeline.onFront,
    onImport: importer.wake,
    onBroadcastMoved: progress.grown,
    progress,
    pagesFolder,
    origins,
  })
  const server = createServer(app)

  return {
    stores,
    accounts,
    publishing,
    isEmbedded: database.isEmbedded,
    isIdle: pipeline.isIdle,
    /** Does at once what otherwise happens every two seconds: ended waits, leftovers, unsent messages. */
    async sweep(): Promise<void> {
      for (const { sweep } of clocks.soon) await sweep()
      await pipeline.sweep()
    },

    async listen(): Promise<string> {
      live.attach(server)
      await pipeline.start()
      for (const { start } of clocks.all) start()
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(settings.PORT, settings.HOST, resolve)
      })
      isOpen = true
      const { port } = server.address() as AddressInfo
      listensAt = `http://${settings.HOST}:${port}`
      return listensAt
    },

    /** Takes nothing new in, finishes what is under way, closes. What is left waits in the database. */
    async close(): Promise<void> {
      isOpen = false
      const cutting = setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS)
      await live.close() // and the web server with it, when it listens
      clearTimeout(cutting)
      for (const { stop } of clocks.all) await stop()
      await pipeline.stop()
      await checks.close()
      await database.close()
    },
  }
}
