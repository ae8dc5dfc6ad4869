import { interfaceLanguages, type Language, type LocalizedWords } from './language.ts'
import type { PlatformWord, TownData } from './town.ts'
import { platformWordKinds } from './town.ts'
import { comparable } from './understand/words.ts'

/** Understood in every town, before any flow, unless the town sets its own for that word and language. */
const builtIn: Record<PlatformWord, LocalizedWords> = {
  stop: {
    ca: ['baixa', 'stop', 'donar-me de baixa'],
    es: ['baja', 'stop', 'darme de baja'],
    it: ['stop', 'annulla iscrizione'],
    en: ['stop', 'unsubscribe'],
  },
  help: { ca: ['ajuda'], es: ['ayuda'], it: ['aiuto'], en: ['help'] },
  menu: {
    ca: ['menu', 'inici', '0'],
    es: ['menu', 'inicio', '0'],
    it: ['menu', 'inizio', '0'],
    en: ['menu', 'start over', '0'],
  },
  back: { ca: ['enrere', 'tornar'], es: ['atras', 'volver'], it: ['indietro'], en: ['back'] },
  my_data: { ca: ['les meves dades'], es: ['mis datos'], it: ['i miei dati'], en: ['my data'] },
  delete_my_data: {
    ca: ['esborra les meves dades', 'esborrar les meves dades'],
    es: ['borra mis datos', 'borrar mis datos'],
    it: ['cancella i miei dati'],
    en: ['delete my data'],
  },
  join: {}, // a word of everyday talk; a town says itself which one it wants
}

/** Every word of one kind in one language: the town's own, else the built-in ones. */
export const platformWordsOf = (town: TownData, kind: PlatformWord, language: Language): readonly string[] =>
  town.words[kind]?.[language] ?? builtIn[kind][language] ?? []

/** What a person may ask for at any moment, whatever they were asked and whatever language the town speaks. */
export const isRight = (kind: PlatformWord): boolean =>
  kind === 'stop' || kind === 'my_data' || kind === 'delete_my_data'

const languagesOf = ({ languages }: TownData, kind: PlatformWord): readonly Language[] =>
  isRight(kind) ? [...new Set([...languages, ...interfaceLanguages])] : languages

const known = new WeakMap<TownData, ReadonlyMap<string, PlatformWord>>()

/** Every town-wide word as it is compared; where two kinds share one, the first kind has it. */
export function townWords(town: TownData): ReadonlyMap<string, PlatformWord> {
  const made = known.get(town)
  if (made) return made
  const words = new Map<string, PlatformWord>()
  for (const kind of platformWordKinds) {
    for (const word of languagesOf(town, kind).flatMap(language => platformWordsOf(town, kind, language))) {
      const said = comparable(word)
      if (said !== '' && !words.has(said)) words.set(said, kind)
    }
  }
  known.set(town, words)
  return words
}

/** The town-wide word this text is; the whole text must be the word. */
export const platformWord = (town: TownData, text: string): PlatformWord | null =>
  townWords(town).get(comparable(text)) ?? null
