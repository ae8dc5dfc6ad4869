import { formAnswer, type TownData } from '@pregoner/shared'
import { createAllowance } from '../accounts/allowance.ts'
import type { Receive } from '../pipeline/receive.ts'
import { languageFor } from '../privacy/serve-requests.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import type { SubscriptionFormStore } from '../stores/subscription-form-store.ts'
import type { DueOf, Run } from './effect.ts'

const MISSES = 5 // a minute; with 58 random bits and half an hour to guess them that is nothing

export interface FormDeps {
  subscriptionForms: Pick<SubscriptionFormStore, 'redeem'>
  town: (townKey: string) => Promise<TownData | null>
  receive: Pick<Receive, 'order'>
  now: () => Date
}

/** The number somebody writes from; a web chat has none to prove, and what is typed there is never one. */
const provenPhone = ({ phone, channelKind }: Conversation): string | null =>
  channelKind === 'webchat' ? '' : phone && `+${phone}`

/**
 * Takes up what somebody asked for on the public form, now that they have written its code from their phone. The change
 * goes through their conversation like everything else, once per effect.
 */
export function confirmForm({ subscriptionForms, town: townOf, receive, now }: FormDeps): Run<'confirm_form'> {
  async function confirm({ id, effect, conversation }: DueOf<'confirm_form'>, town: TownData): Promise<void> {
    if (misses.isUsedUp(conversation._id, MISSES, now())) return
    const written = { code: effect.code, by: id, phone: provenPhone(conversation), at: conversation.lastInAt ?? now() }
    const redeemed = await subscriptionForms.redeem(town.key, written)
    const form = redeemed.outcome === 'joined' ? redeemed.form : null
    if (!form) misses.take(conversation._id, MISSES, now())
    const known = town.topics.map(topic => topic.id)
    const topicIds = form?.topicIds.filter(topicId => known.includes(topicId)) ?? []
    const chosen = conversation.session.contact.language === null && form ? form.language : null
    const language = chosen && town.languages.includes(chosen) ? chosen : languageFor(conversation, town)
    const { _id: convId, channelId } = conversation
    await receive.order(
      { convId, town: town.key, channelId },
      {
        ...{ kind: 'form', id: `form:${id}`, topicIds, messageId: effect.messageId, proof: form?.proof ?? null },
        ...{ text: formAnswer(town, language, redeemed.outcome, topicIds), language },
      },
    )
  }

  return async due => {
    for (const one of due) {
      const town = await townOf(one.conversation.town)
      if (town) await confirm(one, town)
    }
  }
}

const misses = createAllowance()
