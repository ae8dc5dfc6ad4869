import type { Run } from './effect.ts'
import type { EffectDeps } from './index.ts'

/** Adds to the ledger who consented to what, which text, when, by which message. */
export const recordConsent =
  ({ subscriptions }: EffectDeps): Run<'record_consent'> =>
  due =>
    subscriptions.recordConsents(
      due.map(({ id, effect, conversation }) => ({
        ...effect.consent,
        _id: id,
        town: conversation.town,
        channelId: conversation.channelId,
        contactId: conversation.contactId,
        at: new Date(effect.consent.at),
      })),
    )
