import type { Run } from './effect.ts'
import type { EffectDeps } from './index.ts'

/** Subscribes an address to a topic, or ends it. The address is the number given, else the sender's own. */
export const changeSubscription =
  ({ subscriptions, now }: EffectDeps): Run<'change_subscription'> =>
  due =>
    subscriptions.change(
      due.map(({ effect, conversation }) => {
        const { type, value } = conversation.address
        const own = type === 'phone' ? `+${value.replace(/^\+/, '')}` : conversation.contactId
        const address = effect.address ?? own
        return {
          _id: `${conversation.town}:${effect.topicId}:${address}`,
          town: conversation.town,
          topicId: effect.topicId,
          address,
          channelId: conversation.channelId,
          contactId: conversation.contactId,
          subscribed: effect.subscribed,
          at: conversation.lastInAt ?? now(),
          messageId: effect.messageId,
        }
      }),
    )
