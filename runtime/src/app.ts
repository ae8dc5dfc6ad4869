import type { Input } from '@pregoner/shared'
import type { Express, Router } from 'express'
import express from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import type { Accounts } from './accounts/accounts.ts'
import type { SecondFactors } from './accounts/second-factors.ts'
import type { Channel as OpenChannel } from './channels/channel.ts'
import type { Refusals } from './channels/hearings.ts'
import type { Connection } from './channels/whatsapp/connection.ts'
import { AppError } from './errors.ts'
import type { Locks } from './locks/locks.ts'
import type { Mailer } from './mail/mailer.ts'
import { serveOpen311 } from './open311/router.ts'
import { accountRoutes } from './routes/account.ts'
import { answerError } from './routes/answer-error.ts'
import { answerRoutes } from './routes/answers.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { appointmentFeedRoutes } from './routes/appointment-feeds.ts'
import { appointmentRoutes } from './routes/appointments.ts'
import { approvalRoutes } from './routes/approvals.ts'
import { auditRoutes } from './routes/audit.ts'
import { bookableServiceRoutes } from './routes/bookable-services.ts'
import { type BroadcastApprovalDeps, broadcastApprovalRoutes } from './routes/broadcast-approval.ts'
import { type BroadcastControlDeps, broadcastControlRoutes } from './routes/broadcast-control.ts'
import { type BroadcastSendingDeps, broadcastSendingRoutes } from './routes/broadcast-sending.ts'
import { type BroadcastRouteDeps, broadcastRoutes } from './routes/broadcasts.ts'
import { type BulletinRouteDeps, bulletinRoutes } from './routes/bulletins.ts'
import type { Chat, ChatLimits } from './routes/chat.ts'
import { CHAT_LIMITS, chatRoutes } from './routes/chat.ts'
import { connectionRoutes } from './routes/connection.ts'
import { type ConversationSearchDeps, conversationSearchRoutes } from './routes/conversation-search.ts'
import { type ConversationRouteDeps, conversationRoutes } from './routes/conversations.ts'
import { type CountRouteDeps, countRoutes } from './routes/counts.ts'
import { type DigestRouteDeps, digestRoutes } from './routes/digest.ts'
import { serveDocs } from './routes/docs.ts'
import { duplicateRoutes } from './routes/duplicates.ts'
import { flowFileRoutes } from './routes/flow-files.ts'
import { flowTestRoutes } from './routes/flow-tests.ts'
import { flowRoutes } from './routes/flows.ts'
import { type FrontNoticeDeps, frontNoticeRoutes } from './routes/front-notices.ts'
import { type GeographyRouteDeps, geographyRoutes } from './routes/geography.ts'
import { incidentExportRoutes } from './routes/incident-export.ts'
import { incidentWorkRoutes } from './routes/incident-work.ts'
import { incidentRoutes } from './routes/incidents.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { lockRoutes } from './routes/lock.ts'
import { mediaRoutes } from './routes/media.ts'
import { type MyDataRouteDeps, myDataRoutes } from './routes/my-data.ts'
import { newTownRoutes } from './routes/new-town.ts'
import { noticeRulesRoutes } from './routes/notice-rules.ts'
import { noticeRoutes } from './routes/notices.ts'
import { open311SettingsRoutes } from './routes/open311-settings.ts'
import { inlineScripts, servePages } from './routes/pages.ts'
import { peopleRoutes } from './routes/people.ts'
import { personLinkRoutes } from './routes/person-links.ts'
import { type PrivacyRouteDeps, privacyRoutes } from './routes/privacy.ts'
import { publicationRoutes } from './routes/publications.ts'
import { publishedFlowRoutes } from './routes/published-flows.ts'
import type { PublishingDeps } from './routes/publishing.ts'
import { type RetentionRouteDeps, retentionRoutes } from './routes/retention.ts'
import type { Route } from './routes/route.ts'
import { savedReplyRoutes } from './routes/saved-replies.ts'
import { serve } from './routes/serve.ts'
import { sessionRoutes } from './routes/session.ts'
import { statisticsRoutes } from './routes/statistics.ts'
import { type StopLettersDeps, stopLetters } from './routes/stop-letters.ts'
import { type SubscriberImportDeps, subscriberImportRoutes } from './routes/subscriber-imports.ts'
import { type SubscriberRouteDeps, subscriberRoutes } from './routes/subscribers.ts'
import { type SubscriptionFormDeps, subscriptionFormRoutes } from './routes/subscription-form.ts'
import { type TableRouteDeps, tableRoutes } from './routes/tables.ts'
import { tariffRoutes } from './routes/tariff.ts'
import { townFactRoutes } from './routes/town-facts.ts'
import { townListRoutes } from './routes/town-lists.ts'
import { townRoutes } from './routes/towns.ts'
import { trackingRoutes } from './routes/tracking.ts'
import { versionRoutes } from './routes/versions.ts'
import { viewRoutes } from './routes/views.ts'
import { windowTemplateRoutes } from './routes/window-template.ts'
import type { Secrets } from './secrets/secrets.ts'
import type { Live } from './sockets/live.ts'
import type { AccountStore } from './stores/account-store.ts'
import type { ApiKeyStore } from './stores/api-key-store.ts'
import type { AppointmentFeedStore } from './stores/appointment-feed-store.ts'
import type { AppointmentSlots } from './stores/appointment-slots.ts'
import type { AppointmentStore } from './stores/appointment-store.ts'
import type { ApprovalStore } from './stores/approval-store.ts'
import type { AuditStore } from './stores/audit-store.ts'
import type { ChannelStore } from './stores/channel-store.ts'
import type { FlowStore } from './stores/flow-store.ts'
import type { FlowTestStore } from './stores/flow-test-store.ts'
import type { FollowerStore } from './stores/follower-store.ts'
import type { HearingStore } from './stores/hearing-store.ts'
import type { IncidentStore } from './stores/incident-store.ts'
import type { InsideStore } from './stores/inside-store.ts'
import type { InvitationStore } from './stores/invitation-store.ts'
import type { MediaStore } from './stores/media-store.ts'
import type { NoticeStore } from './stores/notice-store.ts'
import type { PrivacyStore } from './stores/privacy-store.ts'
import type { PublicIncidentStore } from './stores/public-incident-store.ts'
import type { SavedReplyStore } from './stores/saved-reply-store.ts'
import type { ScheduleStore } from './stores/schedule-store.ts'
import type { StatisticsStore } from './stores/statistics-store.ts'
import type { TemplateStateStore } from './stores/template-state-store.ts'
import type { TownStore } from './stores/town-store.ts'
import type { UseStore } from './stores/use-store.ts'
import type { ViewStore } from './stores/view-store.ts'

export interface AppDeps {
  log: Logger
  now: () => Date
  secrets: Secrets
  accounts: Accounts
  secondFactors: SecondFactors
  invitations: InvitationStore
  towns: TownStore
  tableVersions: TableRouteDeps['tableVersions']
  uses: UseStore
  channels: ChannelStore
  openChannel: (key: string) => Promise<OpenChannel | null>
  connection: Connection
  refusalsOf?: (channelKey: string) => Refusals
  hearings: HearingStore
  templateStates: TemplateStateStore
  flows: FlowStore
  flowTests: FlowTestStore
  approvals: ApprovalStore
  locks: Locks
  inside: InsideStore
  schedules: ScheduleStore
  incidents: IncidentStore
  views: ViewStore
  geographies: GeographyRouteDeps['geographies']
  people: AccountStore
  publicIncidents: PublicIncidentStore
  savedReplies: SavedReplyStore
  apiKeys: ApiKeyStore
  followers: FollowerStore
  appointments: AppointmentStore
  appointmentSlots: AppointmentSlots
  appointmentFeeds: AppointmentFeedStore
  media: MediaStore
  privacy: PrivacyStore
  erasures: PrivacyRouteDeps['erasures']
  consentLedger: PrivacyRouteDeps['consentLedger']
  retentions: RetentionRouteDeps['retentions']
  retention: RetentionRouteDeps['retention']
  retentionClock: RetentionRouteDeps['retentionClock']
  conversations: MyDataRouteDeps['conversations']
  conversationViews: ConversationRouteDeps['conversationViews']
  conversationSearch: ConversationSearchDeps['conversationSearch']
  order: ConversationRouteDeps['order']
  identities: MyDataRouteDeps['identities']
  personalData: MyDataRouteDeps['personalData']
  audit: AuditStore
  statistics: StatisticsStore
  digests: DigestRouteDeps['digests']
  digestChoices: DigestRouteDeps['digestChoices']
  digestStops: StopLettersDeps['digestStops']
  stopTokens: StopLettersDeps['stopTokens']
  canSendMail: boolean
  subscriptions: SubscriberRouteDeps['subscriptions']
  subscriberImports: SubscriberImportDeps['subscriberImports']
  onImport: SubscriberImportDeps['onImport']
  subscriptionForms: SubscriptionFormDeps['subscriptionForms']
  broadcasts: BroadcastRouteDeps['broadcasts']
  bulletins: BulletinRouteDeps['bulletins']
  progress: BroadcastRouteDeps['progress']
  broadcastControl: BroadcastControlDeps['broadcastControl']
  onBroadcastMoved: BroadcastControlDeps['onBroadcastMoved']
  audiences: BroadcastRouteDeps['audiences']
  testPhones: BroadcastRouteDeps['testPhones']
  plannedBroadcasts: BroadcastSendingDeps['plannedBroadcasts']
  frontNotices: FrontNoticeDeps['frontNotices']
  onFront: FrontNoticeDeps['onFront']
  broadcastApprovals: BroadcastApprovalDeps['broadcastApprovals']
  onBroadcast: BroadcastSendingDeps['onBroadcast']
  /** Null where no mail server is set. */
  mailer: Mailer | null
  flowCounts: CountRouteDeps['flowCounts']
  givenAnswers: CountRouteDeps['givenAnswers']
  notices: Pick<NoticeStore, 'newest' | 'insert'>
  live: Pick<
    Live,
    'incidentChanged' | 'flowChanged' | 'dropSession' | 'conversationChanged' | 'notice' | 'appointmentsChanged'
  >
  chat: Chat
  /** Served before anything reads a body: webhooks, health, metrics, under their full paths. */
  webhooks: Router
  /** Durable before it returns; the same `inputId` again changes nothing. */
  receiveOfficerInput: (convId: string, inputId: string, input: Input) => Promise<void>
  /** Citizens meet another version from now on. */
  onPublished: (townKey: string, flowId: string) => void
  checks: PublishingDeps['checks']
  failingTests?: PublishingDeps['failingTests']
  /** The built browser app; null serves the API alone. */
  pagesFolder: string | null
  /** Addresses of pages that may change things besides the host's own, like `https://pregoner.example`. */
  origins?: readonly string[]
  /** Which proxies to believe, in Express's words. */
  trustProxy?: string | number | boolean
  chatLimits?: ChatLimits
}

// Mantine writes style tags while it runs, and maps draw in workers made from blobs
const contentSecurityPolicy = (pagesFolder: string | null) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", ...(pagesFolder === null ? [] : inlineScripts(pagesFolder))],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
})

/** Every route of the API: the list that is served, documented and tested. */
export const apiRoutes = (deps: AppDeps): Route[] => [
  ...sessionRoutes(deps),
  ...accountRoutes(deps),
  ...invitationRoutes(deps),
  ...peopleRoutes(deps),
  ...personLinkRoutes(deps),
  ...newTownRoutes(deps),
  ...townRoutes(deps),
  ...connectionRoutes(deps),
  ...townFactRoutes(deps),
  ...townListRoutes(deps),
  ...tableRoutes(deps),
  ...auditRoutes(deps),
  ...privacyRoutes(deps),
  ...retentionRoutes(deps),
  ...tariffRoutes(deps),
  ...geographyRoutes(deps),
  ...flowFileRoutes(deps),
  ...flowRoutes(deps),
  ...lockRoutes(deps),
  ...versionRoutes(deps),
  ...publicationRoutes(deps),
  ...publishedFlowRoutes(deps),
  ...flowTestRoutes(deps),
  ...approvalRoutes(deps),
  ...countRoutes(deps),
  ...incidentExportRoutes(deps),
  ...incidentRoutes(deps),
  ...incidentWorkRoutes(deps),
  ...viewRoutes(deps),
  ...duplicateRoutes(deps),
  ...trackingRoutes(deps),
  ...apiKeyRoutes(deps),
  ...open311SettingsRoutes(deps),
  ...noticeRulesRoutes(deps),
  ...answerRoutes(deps),
  ...windowTemplateRoutes(deps),
  ...bookableServiceRoutes(deps),
  ...appointmentRoutes(deps),
  ...appointmentFeedRoutes(deps),
  ...savedReplyRoutes(deps),
  ...statisticsRoutes(deps),
  ...digestRoutes(deps),
  ...conversationRoutes(deps),
  ...conversationSearchRoutes(deps),
  ...broadcastRoutes(deps),
  ...broadcastSendingRoutes(deps),
  ...bulletinRoutes(deps),
  ...broadcastApprovalRoutes(deps),
  ...frontNoticeRoutes(deps),
  ...broadcastControlRoutes(deps),
  ...subscriberRoutes(deps),
  ...subscriberImportRoutes(deps),
  ...subscriptionFormRoutes(deps),
  ...noticeRoutes(deps),
  ...mediaRoutes(deps),
  ...myDataRoutes(deps),
  ...chatRoutes({ ...deps, limits: deps.chatLimits ?? CHAT_LIMITS }),
]

/** Wires the web server; it does not listen. */
export function createApp(deps: AppDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('trust proxy', deps.trustProxy ?? 'loopback')
  app.use(
    helmet({
      contentSecurityPolicy: contentSecurityPolicy(deps.pagesFolder),
      referrerPolicy: { policy: 'same-origin' },
    }),
  )
  app.use(deps.webhooks)

  app.use(stopLetters(deps))
  app.use('/open311/:townKey/v2', serveOpen311(deps))

  const api = express.Router()
  const routes = apiRoutes(deps)
  serve(api, routes, { accounts: deps.accounts, log: deps.log, origins: deps.origins ?? [] })
  serveDocs(api, routes)
  app.use('/api', api)
  app.use('/api', () => {
    throw new AppError('not_found')
  })
  if (deps.pagesFolder !== null) servePages(app, deps.pagesFolder)
  app.use(() => {
    throw new AppError('not_found')
  })
  app.use(answerError(deps.log))
  return app
}
