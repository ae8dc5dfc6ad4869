import type { Answers } from './answer.ts'
import type { Language } from './language.ts'
import type { MediaKind, Place } from './message.ts'
import type { Act, Said } from './simulation/acts.ts'

/** Something that may be done while a node waits, and the exit it is meant for; null when it leads to none. */
export interface Sample {
  exit: string | null
  act: Act
}

/** What the walk over all paths would like to see: its language, and values that decide something further on. */
export interface Wishes {
  language: Language
  valuesOf(name: string): readonly string[]
}

const nothing: Said = { text: null, choiceId: null, media: [], place: null }
const saying = (said: Partial<Said>): Act => ({ kind: 'say', said: { ...nothing, ...said } })

/** No word of any language, so that no option and no keyword takes it. */
export const NOT_UNDERSTOOD = '???'

export const says = (exit: string | null, text: string): Sample => ({ exit, act: saying({ text }) })

export const shows = (exit: string | null, place: Place): Sample => ({ exit, act: saying({ place }) })

const mimes: { [Kind in MediaKind]: string } = {
  image: 'image/jpeg',
  document: 'application/pdf',
  audio: 'audio/ogg',
  video: 'video/mp4',
  sticker: 'image/webp',
}

export const sends = (exit: string | null, kind: MediaKind): Sample => ({
  exit,
  act: saying({ media: [{ mediaId: `sample-${kind}`, kind, mime: mimes[kind], name: null, caption: null }] }),
})

/** Taps an option as it was offered. */
export const taps = (exit: string | null, { id, label }: { id: string; label: string }): Sample => ({
  exit,
  act: saying({ text: label, choiceId: id }),
})

export const serves = (exit: string, ok: boolean, values: Answers = {}): Sample => ({
  exit,
  act: { kind: 'service', ok, values },
})

export const attends = (exit: string, event: 'closed' | 'unattended', text: string): Sample => ({
  exit,
  act: { kind: 'people', event, text },
})

const words = {
  text: { ca: 'Text d’exemple', es: 'Texto de ejemplo', it: 'Testo di esempio', en: 'Sample text' },
  address: { ca: 'Carrer Major, 1', es: 'Calle Mayor, 1', it: 'Via Roma, 1', en: '1 High Street' },
  closing: { ca: 'Ja està resolt.', es: 'Ya está resuelto.', it: 'È risolto.', en: 'It is settled.' },
} as const

/** An example in the language, else in English. */
export const sampleWords = (name: keyof typeof words, language: Language): string => {
  const known: { [Code in Language]?: string } = words[name]
  return known[language] ?? words[name].en
}
