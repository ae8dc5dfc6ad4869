import { type Reply, textMessage } from '@pregoner/shared'

/**
 * The mailbox conversation as a programmer would write it by hand for this one town: a switch over where the citizen
 * stands, plain comparisons of words, the texts at hand. It understands less and can be drawn by nobody.
 */
export interface HandState {
  at: 'new' | 'consent' | 'menu' | 'text' | 'place' | 'photo' | 'done'
  consent: { version: string; at: string } | null
  text: string
  place: unknown
  photo: unknown
}

export const handStart: HandState = { at: 'new', consent: null, text: '', place: null, photo: null }

const plain = (text: string | null) =>
  (text ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim()

const option = (text: string, words: readonly string[]) => {
  const said = plain(text)
  const byNumber = /^\d+$/.test(said) ? Number(said) - 1 : -1
  return words[byNumber] ? byNumber : words.findIndex(word => plain(word) === said)
}

const main = ['Informació municipal', 'WhatsApp d’alcaldia', 'Regidoria de barri', 'Incidència', 'Bústia ciutadana']

/** One turn: the next state and what is said. `texts` are the town's own, in the order they come. */
export function handTurn(state: HandState, reply: Reply, texts: readonly string[], now: Date) {
  const say = (turn: number) => textMessage(texts[turn] ?? '', 'ca')
  switch (state.at) {
    case 'new':
      return { state: { ...state, at: 'consent' as const }, says: say(0), incident: null }
    case 'consent': {
      if (option(reply.text ?? '', ['Accepto', 'No accepto']) !== 0) return { state, says: say(0), incident: null }
      const consent = { version: '2026-11', at: now.toISOString() }
      return { state: { ...state, at: 'menu' as const, consent }, says: say(1), incident: null }
    }
    case 'menu': {
      if (option(reply.text ?? '', main) !== 4) return { state, says: say(1), incident: null }
      return { state: { ...state, at: 'text' as const }, says: say(2), incident: null }
    }
    case 'text':
      return { state: { ...state, at: 'place' as const, text: reply.text ?? '' }, says: say(3), incident: null }
    case 'place':
      return { state: { ...state, at: 'photo' as const, place: reply.place }, says: say(4), incident: null }
    default: {
      const incident = {
        department: 'oac',
        category: 'bustia',
        text: state.text,
        place: state.place,
        photo: reply.media,
      }
      return { state: { ...state, at: 'done' as const, photo: reply.media }, says: say(5), incident }
    }
  }
}
