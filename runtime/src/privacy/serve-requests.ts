import type { Language, TownData } from '@pregoner/shared'
import type { Receive } from '../pipeline/receive.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { Conversation, ConversationStore } from '../stores/conversation-store.ts'
import type { PrivacyRequest, PrivacyStore } from '../stores/privacy-store.ts'
import { LINK_DAYS, linkAddress, MAX_DOWNLOADS, newLink } from './data-links.ts'
import { dataLinkText } from './farewell.ts'

const BATCH = 50

export interface ServeDeps {
  privacy: PrivacyStore
  conversations: Pick<ConversationStore, 'byIds'>
  audit: Pick<AuditStore, 'append'>
  town: (townKey: string) => Promise<TownData | null>
  receive: Pick<Receive, 'order'>
  /** Where citizens reach this installation, like `https://pregoner.example`. */
  publicUrl: () => string
  now: () => Date
  onFailure: (error: unknown) => void
}

type Waiting = PrivacyRequest & { town: string }

/** The language somebody is spoken to outside any flow. */
export const languageFor = ({ session }: Conversation, town: TownData): Language => {
  const chosen = session.contact.language
  return chosen && town.languages.includes(chosen) ? chosen : town.defaultLanguage
}

/**
 * Sends citizens who ask for their data the link to it; who asks for its deletion is forgotten without anybody's doing.
 * Everything may be done twice: a crash in between only delays it.
 */
export function createRequestServer(deps: ServeDeps) {
  const { privacy, conversations, audit, receive, now } = deps

  async function sendLink(request: Waiting, conversation: Conversation, town: TownData): Promise<void> {
    const link = await privacy.giveLink(request.town, request.id, newLink(now()))
    if (!link.token) return
    const language = languageFor(conversation, town)
    const values = {
      link: linkAddress(deps.publicUrl(), link.token),
      days: String(LINK_DAYS),
      times: String(MAX_DOWNLOADS),
    }
    const text = dataLinkText(town, language, values)
    await receive.order(placeOf(conversation), { kind: 'tell', id: request.id, text, language })
  }

  async function serve(request: Waiting): Promise<void> {
    const [conversation] = await conversations.byIds([request.convId])
    const town = await deps.town(request.town)
    const at = now()
    if (request.request === 'export' && conversation && town && !conversation.erasing) {
      await sendLink(request, conversation, town)
      await audit.append({ town: request.town, personId: null, action: 'privacy.link', object: request.convId, at })
    }
    await privacy.served(request.town, request.id, at)
  }

  return async function serveAll(): Promise<void> {
    for (const request of await privacy.unserved(BATCH)) await serve(request).catch(deps.onFailure)
  }
}

const placeOf = ({ _id, town, channelId }: Conversation) => ({ convId: _id, town, channelId })
