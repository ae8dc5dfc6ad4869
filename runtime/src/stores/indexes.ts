import type { Connection, IndexDefinition, IndexOptions } from 'mongoose'
import { broadcastPartIndexes } from './broadcast-part-store.ts'
import { broadcastIndexes } from './broadcast-store.ts'
import { bulletinIndexes, bulletinIssueIndexes } from './bulletin-store.ts'
import { conversationIndexes } from './conversation-store.ts'
import { digestChoiceIndexes } from './digest-choice-store.ts'
import { digestStopIndexes } from './digest-stop-store.ts'
import { digestIndexes } from './digest-store.ts'
import { eventIndexes } from './event-store.ts'
import { ignoredTextIndexes } from './given-answer-store.ts'
import { identityIndexes } from './identity-store.ts'
import { inboxIndexes } from './inbox-store.ts'
import { keptDayIndexes } from './kept-days.ts'
import { mediaFetchIndexes } from './media-fetch-store.ts'
import { messageIndexes } from './message-store.ts'
import { noticeIndexes } from './notice-store.ts'
import { recipientIndexes } from './recipient-store.ts'
import { retentionIndexes } from './retention-store.ts'
import { scheduleIndexes } from './schedule-store.ts'
import { sendIndexes } from './send-store.ts'
import { serviceCallIndexes } from './service-call-store.ts'
import { subscriberImportIndexes, subscriberImportPartIndexes } from './subscriber-import-store.ts'
import { subscriptionFormIndexes } from './subscription-form-store.ts'
import { consentIndexes, subscriptionIndexes } from './subscription-store.ts'
import { templateStateIndexes } from './template-state-store.ts'

type Index = { key: IndexDefinition } & IndexOptions

const byCollection: Record<string, readonly Index[]> = {
  inbox: inboxIndexes,
  conversations: conversationIndexes,
  sends: sendIndexes,
  messages: messageIndexes,
  events: eventIndexes,
  statistics_days: keptDayIndexes,
  digests: digestIndexes,
  digest_choices: digestChoiceIndexes,
  digest_stops: digestStopIndexes,
  retentions: retentionIndexes,
  flow_schedules: scheduleIndexes,
  ignored_texts: ignoredTextIndexes,
  identities: identityIndexes,
  subscriptions: subscriptionIndexes,
  subscriber_imports: subscriberImportIndexes,
  subscriber_import_parts: subscriberImportPartIndexes,
  subscription_forms: subscriptionFormIndexes,
  consents: consentIndexes,
  broadcasts: broadcastIndexes,
  bulletins: bulletinIndexes,
  bulletin_issues: bulletinIssueIndexes,
  broadcast_parts: broadcastPartIndexes,
  broadcast_recipients: recipientIndexes,
  notices: noticeIndexes,
  service_calls: serviceCallIndexes,
  media_fetches: mediaFetchIndexes,
  template_states: templateStateIndexes,
}

/** Creates whatever index is missing. Throws when one cannot be: without the unique ones nothing may be served. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const [name, indexes] of Object.entries(byCollection)) {
    for (const { key, ...options } of indexes)
      await connection.collection(name).createIndex(key as Record<string, 1>, options as object)
  }
  for (const model of Object.values(connection.models)) await model.createIndexes()
}
