import type { Run } from './effect.ts'
import type { EffectDeps } from './index.ts'

/** Puts messages into the queue of their conversation; the sender takes them from there. */
export const sendMessage =
  ({ sends, now }: EffectDeps): Run<'send_message'> =>
  due =>
    sends.insert(
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
      })),
    )
