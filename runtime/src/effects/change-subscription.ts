import type { Conversation } from '../stores/conversation-store.ts'
import type { Run } from './effect.ts'
import type { EffectDeps } from './index.ts'

/** The address a contact is subscribed under: the phone number, or the contact itself where there is none. */
const ownAddress = ({ address: { type, value }, contactId }: Conversation) =>
  type === 'phone' ? `+${value.replace(/^\+/, '')}` : contactId

/** Subscribes an address to a topic, or ends it. The address is the number given, else the sender's own. */
export const changeSubscription =
  ({ subscriptions, now }: EffectDeps): Run<'change_subscription'> =>
  due =>
    subscriptions.change(
      due.map(({ effect, conversation }) => {
        const address = effect.address ?? ownAddress(conversation)
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

/** Ends all that the sender's own address is subscribed to, also by somebody else who gave its number. */
export const endSubscriptions =
  ({ subscriptions, now }: EffectDeps): Run<'end_subscriptions'> =>
  async due => {
    for (const { effect, conversation } of due) {
      const at = conversation.lastInAt ?? now()
      await subscriptions.endAll(conversation.town, ownAddress(conversation), at, effect.messageId)
    }
  }
