import type { Said } from './conversation.ts'

/** The flow of the benchmark as a programmer would write it for this one town: a switch over the state. */
export interface State {
  at: 'start' | 'menu' | 'what' | 'photo' | 'consent'
  what: string
  seed: number
  isSubscribed: boolean
  hasConsented: boolean
  incidents: { reference: string; summary: string }[]
}

export const begin = (seed: number): State => ({
  at: 'start',
  what: '',
  seed,
  isSubscribed: false,
  hasConsented: false,
  incidents: [],
})

const LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ'
const options = ['Un forat', 'Avisos', 'Un servei', 'Esperar', 'Parlar']
const menu = { text: 'Què voleu?', labels: options }
const consent = { text: 'Guardarem el que ens diguis.', labels: ['Accepto', 'No accepto'] }
const plain = (text: string) => ({ text, labels: [] })
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

function reference(state: State): string {
  let letters = ''
  while (letters.length < 7) {
    state.seed = (Math.imul(state.seed, 1_664_525) + 1_013_904_223) | 0
    letters += LETTERS[(state.seed >>> 8) % LETTERS.length]
  }
  return `VIL-${letters}`
}

function chosen(text: string): number {
  const said = folded(text)
  const byWords = options.findIndex(option => folded(option) === said)
  return byWords >= 0 ? byWords : Number.parseInt(said, 10) - 1
}

function fromMenu(state: State, text: string): Said {
  const choice = chosen(text)
  if (choice === 0) {
    state.at = 'what'
    return [plain('Què passa?')]
  }
  if (choice === 1) {
    state.at = 'consent'
    return [consent]
  }
  return [menu]
}

/** One message through the state machine. Changes `state`. */
export function answer(state: State, text: string): Said {
  switch (state.at) {
    case 'start':
      state.at = 'menu'
      return [menu]
    case 'menu':
      return fromMenu(state, text)
    case 'what':
      state.what = text
      state.at = 'photo'
      return [{ text: 'Una foto?', labels: ['Ometre'] }]
    case 'photo': {
      const told = reference(state)
      state.incidents = [...state.incidents, { reference: told, summary: `Forat: ${state.what}` }]
      state.at = 'menu'
      return [{ ...menu, text: `Gràcies, número ${told}.\n\n${menu.text}` }]
    }
    case 'consent':
      if (folded(text) !== 'accepto') return []
      state.hasConsented = true
      state.isSubscribed = true
      state.at = 'menu'
      return [{ ...menu, text: `Rebràs els avisos.\n\n${menu.text}` }]
  }
}
