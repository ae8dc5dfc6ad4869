import type { Conversation } from '../stores/conversation-store.ts'
import type { DueOf, Run } from './effect.ts'
import type { EffectDeps } from './index.ts'

/** What a contact may be subscribed under, preferred first: the phone number, and the contact itself without one. */
const ownAddresses = ({ phone, contactId }: Conversation): [string, ...string[]] =>
  phone ? [`+${phone}`, contactId] : [contactId]

function addressesOf({ effect, conversation }: DueOf<'change_subscription'>): string[] {
  if (effect.address !== null) return [effect.address]
  const own = ownAddresses(conversation)
  return effect.subscribed ? own.slice(0, 1) : own
}

/** Subscribes an address to a topic, or ends it. The address is the number given, else the sender's own. */
export const changeSubscription =
  ({ subscriptions, now }: EffectDeps): Run<'change_subscription'> =>
  due =>
    subscriptions.change(
      due.flatMap(one =>
        addressesOf(one).map(address => ({
          _id: `${one.conversation.town}:${one.effect.topicId}:${address}`,
          town: one.conversation.town,
          topicId: one.effect.topicId,
          address,
          channelId: one.conversation.channelId,
          contactId: one.conversation.contactId,
          subscribed: one.effect.subscribed,
          at: one.conversation.lastInAt ?? now(),
          messageId: one.effect.messageId,
        })),
      ),
    )

/** Ends all that the sender's own address is subscribed to, also by somebody else who gave its number. */
export const endSubscriptions =
  ({ subscriptions, now }: EffectDeps): Run<'end_subscriptions'> =>
  async due => {
    for (const { effect, conversation } of due) {
      const at = conversation.lastInAt ?? now()
      for (const address of ownAddresses(conversation)) {
        await subscriptions.endAll(conversation.town, address, at, effect.messageId)
      }
    }
  }
