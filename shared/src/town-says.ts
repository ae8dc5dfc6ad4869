import type { Effect } from './effect.ts'
import { type Language, textIn } from './language.ts'
import { type OutboundMessage, textMessage } from './message.ts'
import { type Phrase, phrase } from './phrases.ts'
import type { TownData } from './town.ts'
import type { Turn } from './turn.ts'

/** The language a contact is spoken to outside any flow. */
export const townLanguage = ({ flows, session }: Turn): Language => {
  const { town } = flows
  const chosen = session.contact.language
  return chosen && town.languages.includes(chosen) ? chosen : town.defaultLanguage
}

export const send = (message: OutboundMessage): Effect => ({ kind: 'send_message', message })

/** A text of the town's own, or the built-in one. */
export function townSays(turn: Turn, own: keyof TownData['texts'] | null, builtIn: Phrase): Effect {
  const { town } = turn.flows
  const language = townLanguage(turn)
  const written = own ? textIn(town.texts[own], language, town.defaultLanguage) : ''
  return send(textMessage(written || phrase(builtIn, language, town.defaultLanguage, { town: town.name }), language))
}
