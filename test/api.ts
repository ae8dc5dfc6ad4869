import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ChatPage, Input, Role } from '@pregoner/shared'
import express from 'express'
import type { Connection } from 'mongoose'
import pino from 'pino'
import { createAccounts } from '../runtime/src/accounts/accounts.ts'
import { hashPassword } from '../runtime/src/accounts/passwords.ts'
import { createSecondFactors } from '../runtime/src/accounts/second-factors.ts'
import { visitorIdOf } from '../runtime/src/accounts/visitors.ts'
import type { AppDeps } from '../runtime/src/app.ts'
import { createApp } from '../runtime/src/app.ts'
import { createProgress } from '../runtime/src/broadcasts/progress.ts'
import { createChannels } from '../runtime/src/channels/channels.ts'
import { createConnection } from '../runtime/src/channels/whatsapp/connection.ts'
import { createGraph } from '../runtime/src/channels/whatsapp/graph.ts'
import { createChecks } from '../runtime/src/checking/checks.ts'
import { createStopTokens } from '../runtime/src/digest/stop-tokens.ts'
import { createLocks } from '../runtime/src/locks/locks.ts'
import type { Order } from '../runtime/src/pipeline/orders.ts'
import type { ConversationPlace } from '../runtime/src/pipeline/receive.ts'
import { createRetention } from '../runtime/src/privacy/retention.ts'
import { createRetentionClock } from '../runtime/src/privacy/retention-clock.ts'
import { createFailingTests } from '../runtime/src/routes/failing-tests.ts'
import { createSecrets } from '../runtime/src/secrets/secrets.ts'
import { createLive } from '../runtime/src/sockets/live.ts'
import { createAccountStore } from '../runtime/src/stores/account-store.ts'
import { createApiKeyStore } from '../runtime/src/stores/api-key-store.ts'
import { createAppointmentFeedStore } from '../runtime/src/stores/appointment-feed-store.ts'
import { createAppointmentSlots } from '../runtime/src/stores/appointment-slots.ts'
import { createAppointmentStore } from '../runtime/src/stores/appointment-store.ts'
import { createApprovalStore } from '../runtime/src/stores/approval-store.ts'
import { createAudienceStore } from '../runtime/src/stores/audience-store.ts'
import { createAuditStore } from '../runtime/src/stores/audit-store.ts'
import { createBroadcastApprovalStore } from '../runtime/src/stores/broadcast-approval-store.ts'
import { createBroadcastControlStore } from '../runtime/src/stores/broadcast-control-store.ts'
import { createBroadcastPartStore } from '../runtime/src/stores/broadcast-part-store.ts'
import { createBroadcastStore } from '../runtime/src/stores/broadcast-store.ts'
import { createBulletinStore } from '../runtime/src/stores/bulletin-store.ts'
import { createChannelStore } from '../runtime/src/stores/channel-store.ts'
import { createConsentLedgerStore } from '../runtime/src/stores/consent-ledger-store.ts'
import { createConversationSearchStore } from '../runtime/src/stores/conversation-search-store.ts'
import { createConversationStore } from '../runtime/src/stores/conversation-store.ts'
import { createConversationViewStore } from '../runtime/src/stores/conversation-view-store.ts'
import { createDayFactsStore } from '../runtime/src/stores/day-facts-store.ts'
import { createDigestChoiceStore } from '../runtime/src/stores/digest-choice-store.ts'
import { createDigestStopStore } from '../runtime/src/stores/digest-stop-store.ts'
import { createDigestStore } from '../runtime/src/stores/digest-store.ts'
import { createErasureStore } from '../runtime/src/stores/erasure-store.ts'
import { createExpiry } from '../runtime/src/stores/expiry/index.ts'
import { createFlowCountStore } from '../runtime/src/stores/flow-count-store.ts'
import { createFlowStore } from '../runtime/src/stores/flow-store.ts'
import { createFlowTestStore } from '../runtime/src/stores/flow-test-store.ts'
import { createFollowerStore } from '../runtime/src/stores/follower-store.ts'
import { createFrontNoticeStore } from '../runtime/src/stores/front-notice-store.ts'
import { createGeographyStore } from '../runtime/src/stores/geography-store.ts'
import { createGivenAnswerStore } from '../runtime/src/stores/given-answer-store.ts'
import { createHearingStore } from '../runtime/src/stores/hearing-store.ts'
import { createIdentityStore } from '../runtime/src/stores/identity-store.ts'
import { createIncidentStore } from '../runtime/src/stores/incident-store.ts'
import { createInsideStore } from '../runtime/src/stores/inside-store.ts'
import { createInvitationStore } from '../runtime/src/stores/invitation-store.ts'
import { createLockStore } from '../runtime/src/stores/lock-store.ts'
import { createMediaStore } from '../runtime/src/stores/media-store.ts'
import { createNoticeStore } from '../runtime/src/stores/notice-store.ts'
import { createPersonalData } from '../runtime/src/stores/personal-data.ts'
import { createPlannedBroadcastStore } from '../runtime/src/stores/planned-broadcast-store.ts'
import { createPrivacyStore } from '../runtime/src/stores/privacy-store.ts'
import { createPublicIncidentStore } from '../runtime/src/stores/public-incident-store.ts'
import { createRetentionStore } from '../runtime/src/stores/retention-store.ts'
import { createSavedReplyStore } from '../runtime/src/stores/saved-reply-store.ts'
import { createScheduleStore } from '../runtime/src/stores/schedule-store.ts'
import { createStatisticsStore } from '../runtime/src/stores/statistics-store.ts'
import { createSubscriberImportStore } from '../runtime/src/stores/subscriber-import-store.ts'
import { createSubscriptionFormStore } from '../runtime/src/stores/subscription-form-store.ts'
import { createSubscriptionStore } from '../runtime/src/stores/subscription-store.ts'
import { createTableVersionStore } from '../runtime/src/stores/table-version-store.ts'
import { createTemplateStateStore } from '../runtime/src/stores/template-state-store.ts'
import { createTestPhoneStore } from '../runtime/src/stores/test-phone-store.ts'
import { createTownStore } from '../runtime/src/stores/town-store.ts'
import { createUseStore } from '../runtime/src/stores/use-store.ts'
import { createViewStore } from '../runtime/src/stores/view-store.ts'
import type { Client } from './api-client.ts'
import { createClient } from './api-client.ts'
import { openTestDatabase } from './database.ts'
import { sampleTown } from './sample-town.ts'

const NOWHERE = 'http://127.0.0.1:9' // nobody listens on the port of the discard service
export const PASSWORD = 'correct horse battery'

/** What a test looks at besides the answers. */
export interface TestApi {
  url: string
  deps: AppDeps & { live: ReturnType<typeof createLive> }
  /** Straight to what is stored. */
  connection: Connection
  /** Every line that was logged, as text. */
  logged: string[]
  /** What was handed to conversations. */
  officerInputs: { convId: string; inputId: string; input: Input }[]
  orders: { convId: string; order: Order }[]
  published: string[]
  said: { townKey: string; visitorId: string; text: string | null }[]
  /** Moves the clock on. */
  later(minutes: number): void
  client(): Client
  signedIn(email: string): Promise<Client>
  close(): Promise<void>
}

const people: { email: string; role: Role; townKey: string; departments: string[] }[] = ['vila', 'poble'].flatMap(
  townKey => [
    { email: `admin@${townKey}.example`, role: 'administrator' as const, townKey, departments: [] },
    { email: `officer@${townKey}.example`, role: 'officer' as const, townKey, departments: [] },
    { email: `roads@${townKey}.example`, role: 'agent' as const, townKey, departments: ['roads'] },
    { email: `parks@${townKey}.example`, role: 'agent' as const, townKey, departments: ['parks'] },
    { email: `spare@${townKey}.example`, role: 'agent' as const, townKey, departments: ['parks'] },
  ],
)

/** The id of a person of the test towns: the same in every run, so that tables can name it. */
export function personId(email: string): string {
  const hex = createHash('sha256').update(email).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The whole API over a real database, on a port of its own, with two towns and their people. */
export async function startTestApi({
  checkEveryMs = 100,
  ...more
}: Partial<Omit<AppDeps, 'live'>> & { checkEveryMs?: number } = {}): Promise<TestApi> {
  const database = await openTestDatabase()
  const { connection } = database
  let shifted = 0
  const now = () => new Date(Date.now() + shifted)
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  const secrets = createSecrets([Buffer.alloc(32, 3)])

  const towns = createTownStore(connection)
  const audit = createAuditStore(connection)
  const accountStore = createAccountStore(connection)
  const geographies = createGeographyStore(connection, now)
  const secondFactors = createSecondFactors({ people: accountStore, secrets, now })
  const accounts = createAccounts({ people: accountStore, towns, audit, secondFactors, now })
  const media = createMediaStore(connection, now)
  const appointmentSlots = createAppointmentSlots(connection)
  const stores = {
    people: accountStore,
    invitations: createInvitationStore(connection),
    uses: createUseStore(connection),
    tableVersions: createTableVersionStore(connection),
    channels: createChannelStore(connection, secrets),
    hearings: createHearingStore(connection),
    templateStates: createTemplateStateStore(connection),
    flows: createFlowStore(connection),
    flowTests: createFlowTestStore(connection),
    approvals: createApprovalStore(connection),
    incidents: createIncidentStore(connection, now, geographies),
    geographies,
    views: createViewStore(connection),
    publicIncidents: createPublicIncidentStore(connection),
    savedReplies: createSavedReplyStore(connection),
    media,
    conversations: createConversationStore(connection),
    conversationSearch: createConversationSearchStore(connection),
    conversationViews: createConversationViewStore(connection),
    identities: createIdentityStore(connection),
    personalData: createPersonalData(connection, media),
    apiKeys: createApiKeyStore(connection, now),
    appointmentSlots,
    appointments: createAppointmentStore(connection, appointmentSlots, now),
    appointmentFeeds: createAppointmentFeedStore(connection, now),
    followers: createFollowerStore(connection, now),
    privacy: createPrivacyStore(connection),
    erasures: createErasureStore(connection),
    retentions: createRetentionStore(connection),
    expiry: createExpiry(connection, media),
    consentLedger: createConsentLedgerStore(connection),
    notices: createNoticeStore(connection),
    digests: createDigestStore(connection),
    digestChoices: createDigestChoiceStore(connection),
    digestStops: createDigestStopStore(connection),
    stopTokens: createStopTokens(secrets),
    statistics: createStatisticsStore(connection, {
      towns,
      dayFacts: createDayFactsStore(connection, now),
      geographies,
    }),
    flowCounts: createFlowCountStore(connection),
    givenAnswers: createGivenAnswerStore(connection),
    inside: createInsideStore(connection, now),
    schedules: createScheduleStore(connection),
    subscriptions: createSubscriptionStore(connection),
    subscriberImports: createSubscriberImportStore(connection),
    subscriptionForms: createSubscriptionFormStore(connection, secrets),
    broadcasts: createBroadcastStore(connection),
    broadcastApprovals: createBroadcastApprovalStore(connection),
    frontNotices: createFrontNoticeStore(connection),
    plannedBroadcasts: createPlannedBroadcastStore(connection),
    bulletins: createBulletinStore(connection),
    broadcastControl: createBroadcastControlStore(connection),
    progress: createProgress({
      broadcastParts: createBroadcastPartStore(connection),
      onMoved: () => {},
      now: () => new Date(),
    }),
    onBroadcastMoved: () => {},
    audiences: createAudienceStore(connection),
    testPhones: createTestPhoneStore(connection),
  }
  const lockStore = createLockStore(connection)
  await database.createIndexes()
  for (const townKey of ['vila', 'poble']) {
    const channel = { key: townKey, kind: 'whatsapp' as const, townKey, phoneNumberId: null, displayNumber: null }
    await towns.save(sampleTown(townKey, townKey))
    await stores.channels.save({ ...channel, state: 'not_connected', pausedReason: null })
  }
  const passwordHash = await hashPassword(PASSWORD) // once for all: it is slow by design
  for (const { email, role, townKey, departments } of people) {
    const parts = [{ townKey, role, departments }]
    const person = {
      id: personId(email),
      email,
      name: `${role} of ${townKey}`,
      passwordHash,
      parts,
      allTowns: false,
      isDisabled: false,
    }
    await accountStore.save(person)
  }

  const officerInputs: TestApi['officerInputs'] = []
  const published: string[] = []
  const orders: TestApi['orders'] = []
  const said: TestApi['said'] = []
  const emptyPage: ChatPage = { townName: 'vila', languages: ['ca'], messages: [], cursor: 0, conversation: 'one' }
  const chat: AppDeps['chat'] = {
    say: async (townKey, visitorId, { text }) => void said.push({ townKey, visitorId, text }),
    page: async () => emptyPage,
    hasShown: async () => false,
    conversationId: async (townKey, visitorId) => (townKey === 'vila' ? `vila-web:${visitorId}` : null),
  }
  const live = createLive({
    accounts,
    chat: { conversationId: chat.conversationId, visitorId: token => visitorIdOf(secrets, token) },
    log,
    readableBy: stores.conversationViews.byDepartment,
    origins: [],
    checkEveryMs,
  })
  const checks = createChecks()
  const unexpected = (error: unknown) => log.error({ event: 'retention_failed', name: String(error) })
  const silent = { order: async () => {}, onIncidents: async () => {}, onFailure: unexpected }
  const retention = createRetention({ ...stores, towns, audit, now, ...silent })
  const deps = {
    ...stores,
    retention,
    retentionClock: createRetentionClock(retention, unexpected),
    locks: createLocks({ store: lockStore, live, now }),
    ...{ log, now, secrets, accounts, towns, audit, live, chat, pagesFolder: null, canSendMail: false, mailer: null },
    openChannel: createChannels(stores.channels, now).fresh,
    connection: createConnection(createGraph({ apiUrl: NOWHERE, version: 'v25.0', authHeader: 'authorization' }), {
      provesSecret: true,
    }),
    ...{ log, now, secrets, accounts, secondFactors, towns, audit, live, chat, pagesFolder: null },
    webhooks: express.Router(),
    receiveOfficerInput: async (convId: string, inputId: string, input: Input) => {
      if (!officerInputs.some(each => each.inputId === inputId)) officerInputs.push({ convId, inputId, input })
    },
    order: async ({ convId }: ConversationPlace, order: Order) => {
      orders.push({ convId, order })
      if (order.kind !== 'block') return
      const blocked = order.block ? { ...order.block, at: now() } : null
      await connection.collection<{ _id: string }>('conversations').updateOne({ _id: convId }, { $set: { blocked } })
    },
    onBroadcast: () => {},
    onFront: () => {},
    onImport: () => {},
    onPublished: (townKey: string, flowId: string) => void published.push(`${townKey}/${flowId}`),
    checks,
    failingTests: createFailingTests({ ...stores, towns, checks }),
    ...more,
  }
  const server = createServer(createApp(deps))
  live.attach(server)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`

  return {
    url,
    deps,
    connection,
    logged,
    officerInputs,
    orders,
    published,
    said,
    later: minutes => {
      shifted += minutes * 60_000
    },
    client: () => createClient(url),
    async signedIn(email) {
      const client = createClient(url)
      const { status } = await client.post('/session', { email, password: PASSWORD })
      if (status !== 200) throw new Error(`${email} was not let in: ${status}`)
      return client
    },
    async close() {
      await live.close()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
      await checks.close()
      await database.close()
    },
  }
}
