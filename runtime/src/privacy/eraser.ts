import { randomBytes } from 'node:crypto'
import { type TownData, textMessage } from '@pregoner/shared'
import type { Contacts } from '../pipeline/contacts.ts'
import type { Keys } from '../pipeline/keys.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { Conversation, ConversationStore } from '../stores/conversation-store.ts'
import type { ErasureStore } from '../stores/erasure-store.ts'
import type { IdentityStore } from '../stores/identity-store.ts'
import type { MediaFetchStore } from '../stores/media-fetch-store.ts'
import { type PersonalData, subjectOf } from '../stores/personal-data.ts'
import type { Send, SendStore } from '../stores/send-store.ts'
import { erasedText } from './farewell.ts'
import { languageFor } from './serve-requests.ts'

/** Longer than the farewell waits for an unsure call before it; who cannot be reached is forgotten all the same. */
export const TOLD_WITHIN_MS = 10 * 60_000
/** How long the page of a web chat has to show the farewell. */
export const SHOWN_MS = 20_000
const BATCH = 20
const PROOFS = ['consents'] as const // kept of those who never asked for anything to be deleted
const SALT_BYTES = 32

export interface EraserDeps {
  conversations: Pick<ConversationStore, 'erasing' | 'saltErasure'>
  sends: Pick<SendStore, 'insert' | 'cancel' | 'stateOf'>
  mediaFetches: Pick<MediaFetchStore, 'stop'>
  identities: Pick<IdentityStore, 'keysOf'>
  personalData: PersonalData
  erasures: ErasureStore
  audit: Pick<AuditStore, 'append'>
  contacts: Pick<Contacts, 'forget'>
  keys: Keys
  town: (townKey: string) => Promise<TownData | null>
  /** There is something to send in this conversation. */
  serve: (convIds: readonly string[]) => void
  /** These incidents are without their person now. */
  onIncidents: (townKey: string, incidentIds: readonly string[]) => Promise<void>
  /** This conversation is gone. */
  onErased: (townKey: string, convId: string) => void
  now: () => Date
  onFailure: (error: unknown) => void
}

const farewellId = ({ _id }: Conversation) => `${_id}:farewell`

/**
 * Forgets people whose conversation has come to the order to do so. Nothing is applied to it any more, so what is found
 * here stays as it is; every part may be done again, and the conversation, which tells what is still to be done, goes last.
 */
export function createEraser(deps: EraserDeps) {
  const { sends, personalData, erasures, keys, now } = deps

  async function farewell(conversation: Conversation): Promise<Send> {
    const { _id, town, channelId, channelKind, seq, address } = conversation
    const data = await deps.town(town)
    const language = data ? languageFor(conversation, data) : 'ca'
    const text = erasedText(data, language)
    return {
      ...{ _id: farewellId(conversation), town, convId: _id, channelId, seq: seq + 1, to: address },
      message: textMessage(text, language),
      st: channelKind === 'webchat' ? 'accepted' : 'queued',
      ...{ attempts: 0, nextAt: now(), token: null, claimedAt: null, platformId: null, error: null },
      ...{ givenUp: [], createdAt: now(), entryId: null },
    }
  }

  /** Says goodbye; null while it is not yet known whether that has arrived, else whether it has. */
  async function told(conversation: Conversation, sinceMs: number): Promise<boolean | null> {
    await sends.insert([await farewell(conversation)])
    deps.serve([conversation._id])
    if (conversation.channelKind === 'webchat') return sinceMs >= SHOWN_MS ? true : null
    const st = await sends.stateOf(farewellId(conversation))
    if (st === 'failed') return false
    if (st === 'accepted' || st === 'delivered' || st === 'read') return true
    return sinceMs >= TOLD_WITHIN_MS ? false : null
  }

  async function eraseOne(conversation: Conversation): Promise<void> {
    const { _id, town, contactId, channelKind, erasing } = conversation
    if (!erasing || conversation.outbox.length > 0) return // the worker carries that over first
    const sinceMs = now().getTime() - erasing.at.getTime()
    await sends.cancel(_id, farewellId(conversation))
    if (await deps.mediaFetches.stop(_id, now())) return
    const wasTold = erasing.isForIdleness ? false : await told(conversation, sinceMs)
    if (wasTold === null) return

    const id = keys.erased(_id)
    const salt = await deps.conversations.saltErasure(_id, randomBytes(SALT_BYTES).toString('base64url'))
    const subject = subjectOf(conversation, await deps.identities.keysOf(contactId), salt)
    const incidentIds = await personalData.incidentIds(subject)
    const idle = erasing.isForIdleness ? { isForIdleness: true } : {}
    const kept = erasing.isForIdleness ? PROOFS : []
    const counts = await personalData.count(subject, kept)
    const proof = { id, town, channelKind, requestedAt: erasing.at, finishedAt: null, counts, wasTold, ...idle }
    await erasures.begin(proof)
    await personalData.erase(subject, now(), kept)
    await deps.contacts.forget(contactId)
    await erasures.finish(town, id, now())
    await deps.audit.append({ town, personId: null, action: 'privacy.erased', object: id, at: now() })
    await personalData.eraseConversation(subject)
    await deps.onIncidents(town, incidentIds)
    deps.onErased(town, _id)
  }

  return async function eraseAll(): Promise<void> {
    for (const conversation of await deps.conversations.erasing(BATCH)) {
      await eraseOne(conversation).catch(deps.onFailure)
    }
  }
}
