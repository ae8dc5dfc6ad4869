import { type TownData, textIn } from '@pregoner/shared'
import type { Conversation } from '../stores/conversation-store.ts'
import { subscriptionId } from '../stores/subscription-store.ts'
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
  ({ subscriptions, town: townOf, now }: EffectDeps): Run<'change_subscription'> =>
  async due => {
    const towns = new Map<string, TownData | null>()
    for (const { conversation } of due) {
      if (!towns.has(conversation.town)) towns.set(conversation.town, await townOf(conversation.town))
    }
    await subscriptions.change(
      due.flatMap(one =>
        addressesOf(one).map(address => ({
          id: `${one.id}:${address}`,
          topicName: provenBy(one, topicName(towns.get(one.conversation.town) ?? null, one)),
          row: {
            _id: subscriptionId(one.conversation.town, one.effect.topicId, address),
            town: one.conversation.town,
            topicId: one.effect.topicId,
            address,
            channelId: one.conversation.channelId,
            contactId: one.conversation.contactId,
            subscribed: one.effect.subscribed,
            at: one.conversation.lastInAt ?? now(),
            messageId: one.effect.messageId,
            source: one.effect.source ?? 'flow',
          },
        })),
      ),
    )
  }

const provenBy = ({ effect: { proof } }: DueOf<'change_subscription'>, name: string): string =>
  proof === undefined ? name : `${name} · ${proof}`

/** What the topic was called when it was asked for, in the contact's language. */
function topicName(town: TownData | null, { effect, conversation }: DueOf<'change_subscription'>): string {
  const topic = town?.topics.find(({ id }) => id === effect.topicId)
  if (!town || !topic) return effect.topicId
  return textIn(topic.name, conversation.session.contact.language ?? town.defaultLanguage, town.defaultLanguage)
}

/** Ends all that the sender's own address is subscribed to, also by somebody else who gave its number. */
export const endSubscriptions =
  ({ subscriptions, now }: EffectDeps): Run<'end_subscriptions'> =>
  async due => {
    for (const { id, effect, conversation } of due) {
      const at = effect.at === undefined ? (conversation.lastInAt ?? now()) : new Date(effect.at)
      const { town } = conversation
      for (const address of ownAddresses(conversation)) {
        const { messageId, source = 'keyword' } = effect
        await subscriptions.endAll({ id: `${id}:${address}`, town, address, at, messageId, source })
      }
    }
  }
