import type { PrivacyStore } from '../stores/privacy-store.ts'
import type { Run } from './effect.ts'

export interface PrivacyDeps {
  privacy: Pick<PrivacyStore, 'open'>
  /** There is a wish to be served. */
  onPrivacyRequest: () => void
  now: () => Date
}

/** Notes a citizen's wish about their data, once; it is served by itself. */
export const privacyRequest =
  ({ privacy, onPrivacyRequest, now }: PrivacyDeps): Run<'privacy_request'> =>
  async due => {
    for (const { id, effect, conversation } of due) {
      await privacy.open(conversation.town, {
        id,
        request: effect.request,
        channelKind: conversation.channelKind,
        convId: conversation._id,
        contactName: conversation.session.contact.name,
        at: conversation.lastInAt ?? now(),
      })
    }
    onPrivacyRequest()
  }
