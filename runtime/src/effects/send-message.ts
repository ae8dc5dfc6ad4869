import type { DueOf, Run } from './effect.ts'
import type { EffectDeps } from './index.ts'

/** Puts messages into the queue of their conversation; the sender takes them from there. */
export const sendMessage =
  (deps: EffectDeps): Run<'send_message'> =>
  async due => {
    const { sends, now } = deps
    await sends.insert(
      due.map(({ id, seq, effect, conversation, entryId }) => ({
        _id: id,
        town: conversation.town,
        convId: conversation._id,
        channelId: conversation.channelId,
        seq,
        to: conversation.address,
        message: effect.message,
        // The web chat's page fetches its messages itself: being in the log is being delivered.
        st: conversation.channelKind === 'webchat' ? ('accepted' as const) : ('queued' as const),
        attempts: 0,
        nextAt: now(),
        token: null,
        claimedAt: null,
        platformId: null,
        error: null,
        givenUp: [],
        createdAt: now(),
        entryId,
        ...(effect.broadcastId !== undefined && { broadcastId: effect.broadcastId }),
      })),
    )
    for (const one of due) if (one.entryId && one.conversation.channelKind === 'webchat') await showDelivered(one, deps)
  }

/** An answer of an incident is on the chat's page as soon as it is in the log. */
async function showDelivered({ conversation, entryId }: DueOf<'send_message'>, { incidents, onIncident }: EffectDeps) {
  const { town, _id } = conversation
  const summary = await incidents.recordDelivery(town, _id, entryId ?? '', 'delivered', null)
  if (summary) onIncident(town, summary)
}
