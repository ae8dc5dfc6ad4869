import type { IncidentSummary } from '@pregoner/shared'
import { serviceWindowEnd } from '../channels/service-window.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import type { IncidentStore } from '../stores/incident-store.ts'
import type { Run } from './effect.ts'

export interface IncidentDeps {
  incidents: Pick<
    IncidentStore,
    'openIncident' | 'addCitizenWords' | 'recordDelivery' | 'resumeWaiting' | 'recordParked' | 'recordVerdict'
  >
  /** Tells the feeds of an incident that was opened or changed. */
  onIncident: (townKey: string, summary: IncidentSummary) => void
  now: () => Date
}

/** When the free answers to this contact end; null where the channel knows no such window. */
const windowEnd = ({ channelKind, lastInAt }: Conversation) => serviceWindowEnd(channelKind, lastInAt)

/** Opens incidents, each once whatever is repeated. */
export const openIncident =
  ({ incidents, onIncident, now }: IncidentDeps): Run<'open_incident'> =>
  async due => {
    for (const { id, effect, conversation } of due) {
      const origin = {
        convId: conversation._id,
        channelId: conversation.channelId,
        channelKind: conversation.channelKind,
        contactName: conversation.session.contact.name,
        windowEndsAt: windowEnd(conversation),
      }
      const at = conversation.lastInAt ?? now()
      const { created, summary } = await incidents.openIncident(conversation.town, id, origin, effect, at)
      if (created) onIncident(conversation.town, summary)
    }
  }

/** Adds what the contact says during a dialogue to its incident. */
export const addToIncident =
  ({ incidents, onIncident, now }: IncidentDeps): Run<'add_to_incident'> =>
  async due => {
    for (const { id, effect, conversation } of due) {
      const which = { convId: conversation._id, reference: effect.reference, effectId: id }
      const when = { at: conversation.lastInAt ?? now(), windowEndsAt: windowEnd(conversation) }
      const summary = await incidents.addCitizenWords(conversation.town, which, effect, when)
      if (summary) onIncident(conversation.town, summary)
    }
  }

/** Notes whether the contact's matter was solved, and opens it again when not. */
export const settleIncident =
  ({ incidents, onIncident, now }: IncidentDeps): Run<'settle_incident'> =>
  async due => {
    for (const { id, effect, conversation } of due) {
      const which = { convId: conversation._id, reference: effect.reference, effectId: id }
      const at = conversation.lastInAt ?? now()
      const summary = await incidents.recordVerdict(conversation.town, which, effect, at)
      if (summary) onIncident(conversation.town, summary)
    }
  }

/** What somebody has said ends the wait for it. Again it changes nothing. */
export async function resumeWaiting(
  said: readonly { convId: string; at: Date }[],
  { incidents, onIncident }: IncidentDeps,
): Promise<void> {
  const last = new Map<string, Date>()
  for (const { convId, at } of said) {
    const known = last.get(convId)
    if (!known || at > known) last.set(convId, at)
  }
  if (last.size === 0) return
  for (const { town, summary } of await incidents.resumeWaiting(last)) onIncident(town, summary)
}
