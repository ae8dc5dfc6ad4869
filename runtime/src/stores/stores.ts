import type { Connection } from 'mongoose'
import type { Secrets } from '../secrets/secrets.ts'
import { createAccountStore } from './account-store.ts'
import { createApiKeyStore } from './api-key-store.ts'
import { createAppointmentFeedStore } from './appointment-feed-store.ts'
import { createAppointmentSlots } from './appointment-slots.ts'
import { createAppointmentStore } from './appointment-store.ts'
import { createApprovalStore } from './approval-store.ts'
import { createAudienceStore } from './audience-store.ts'
import { createAuditStore } from './audit-store.ts'
import { createBroadcastApprovalStore } from './broadcast-approval-store.ts'
import { createBroadcastControlStore } from './broadcast-control-store.ts'
import { createBroadcastPartStore } from './broadcast-part-store.ts'
import { createBroadcastStore } from './broadcast-store.ts'
import { createBulletinStore } from './bulletin-store.ts'
import { createChannelStore } from './channel-store.ts'
import { createConsentLedgerStore } from './consent-ledger-store.ts'
import { createConversationSearchStore } from './conversation-search-store.ts'
import { createConversationStore } from './conversation-store.ts'
import { createConversationViewStore } from './conversation-view-store.ts'
import { createDayFactsStore } from './day-facts-store.ts'
import { createDigestChoiceStore } from './digest-choice-store.ts'
import { createDigestStopStore } from './digest-stop-store.ts'
import { createDigestStore } from './digest-store.ts'
import { createErasureStore } from './erasure-store.ts'
import { createEventStore } from './event-store.ts'
import { createExpiry } from './expiry/index.ts'
import { createFlowCountStore } from './flow-count-store.ts'
import { createFlowStore } from './flow-store.ts'
import { createFlowTestStore } from './flow-test-store.ts'
import { createFollowerStore } from './follower-store.ts'
import { createFrontNoticeStore } from './front-notice-store.ts'
import { createGeographyStore } from './geography-store.ts'
import { createGivenAnswerStore } from './given-answer-store.ts'
import { createHearingStore } from './hearing-store.ts'
import { createIdentityStore } from './identity-store.ts'
import { createInboxStore } from './inbox-store.ts'
import { createIncidentStore } from './incident-store.ts'
import { createInsideStore } from './inside-store.ts'
import { createInstallationStore } from './installation-store.ts'
import { createInvitationStore } from './invitation-store.ts'
import { createLockStore } from './lock-store.ts'
import { createMediaFetchStore } from './media-fetch-store.ts'
import { createMediaStore } from './media-store.ts'
import { createMessageStore } from './message-store.ts'
import { createNoticeStore } from './notice-store.ts'
import { createPersonalData } from './personal-data.ts'
import { createPlannedBroadcastStore } from './planned-broadcast-store.ts'
import { createPrivacyStore } from './privacy-store.ts'
import { createPublicIncidentStore } from './public-incident-store.ts'
import { createRecipientStore } from './recipient-store.ts'
import { createRetentionStore } from './retention-store.ts'
import { createSavedReplyStore } from './saved-reply-store.ts'
import { createScheduleStore } from './schedule-store.ts'
import { createSendStore } from './send-store.ts'
import { createServiceCallStore } from './service-call-store.ts'
import { createStatisticsStore } from './statistics-store.ts'
import { createSubscriberImportStore } from './subscriber-import-store.ts'
import { createSubscriptionFormStore } from './subscription-form-store.ts'
import { createSubscriptionStore } from './subscription-store.ts'
import { createTableVersionStore } from './table-version-store.ts'
import { createTemplateStateStore } from './template-state-store.ts'
import { createTestPhoneStore } from './test-phone-store.ts'
import { createTownStore } from './town-store.ts'
import { createUseStore } from './use-store.ts'
import { createViewStore } from './view-store.ts'

export type Stores = ReturnType<typeof createStores>

/** Every store over one connection. */
export function createStores(connection: Connection, secrets: Secrets, now: () => Date, webAddress?: () => string) {
  const towns = createTownStore(connection, webAddress)
  const geographies = createGeographyStore(connection, now)
  const dayFacts = createDayFactsStore(connection, now)
  const media = createMediaStore(connection, now)
  const appointmentSlots = createAppointmentSlots(connection)
  return {
    installation: createInstallationStore(connection),
    towns,
    uses: createUseStore(connection),
    views: createViewStore(connection),
    channels: createChannelStore(connection, secrets),
    hearings: createHearingStore(connection),
    templateStates: createTemplateStateStore(connection),
    flows: createFlowStore(connection),
    flowTests: createFlowTestStore(connection),
    approvals: createApprovalStore(connection),
    flowLocks: createLockStore(connection),
    schedules: createScheduleStore(connection),
    people: createAccountStore(connection),
    geographies,
    incidents: createIncidentStore(connection, now, geographies),
    invitations: createInvitationStore(connection),
    publicIncidents: createPublicIncidentStore(connection),
    savedReplies: createSavedReplyStore(connection),
    media,
    personalData: createPersonalData(connection, media),
    apiKeys: createApiKeyStore(connection, now),
    appointmentSlots,
    appointments: createAppointmentStore(connection, appointmentSlots, now),
    appointmentFeeds: createAppointmentFeedStore(connection, now),
    followers: createFollowerStore(connection, now),
    expiry: createExpiry(connection, media),
    retentions: createRetentionStore(connection),
    privacy: createPrivacyStore(connection),
    erasures: createErasureStore(connection),
    consentLedger: createConsentLedgerStore(connection),
    audit: createAuditStore(connection),
    dayFacts,
    digests: createDigestStore(connection),
    digestChoices: createDigestChoiceStore(connection),
    digestStops: createDigestStopStore(connection),
    statistics: createStatisticsStore(connection, { towns, dayFacts, geographies }),
    flowCounts: createFlowCountStore(connection),
    givenAnswers: createGivenAnswerStore(connection),
    inbox: createInboxStore(connection),
    conversations: createConversationStore(connection),
    conversationSearch: createConversationSearchStore(connection),
    conversationViews: createConversationViewStore(connection),
    inside: createInsideStore(connection, now),
    identities: createIdentityStore(connection),
    sends: createSendStore(connection, dayFacts),
    messages: createMessageStore(connection),
    events: createEventStore(connection, dayFacts),
    subscriptions: createSubscriptionStore(connection),
    subscriberImports: createSubscriberImportStore(connection),
    subscriptionForms: createSubscriptionFormStore(connection, secrets),
    broadcasts: createBroadcastStore(connection),
    broadcastApprovals: createBroadcastApprovalStore(connection),
    frontNotices: createFrontNoticeStore(connection),
    broadcastControl: createBroadcastControlStore(connection),
    broadcastParts: createBroadcastPartStore(connection),
    plannedBroadcasts: createPlannedBroadcastStore(connection),
    bulletins: createBulletinStore(connection),
    recipients: createRecipientStore(connection),
    audiences: createAudienceStore(connection),
    tableVersions: createTableVersionStore(connection),
    testPhones: createTestPhoneStore(connection),
    notices: createNoticeStore(connection),
    serviceCalls: createServiceCallStore(connection),
    mediaFetches: createMediaFetchStore(connection),
  }
}
