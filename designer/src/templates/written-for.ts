import { type Language, languageCodes, platformWordsOf, type TownData } from '@pregoner/shared'
import { fillInCalled, fillIns, isInterfaceLanguage, MARKER } from './fill-ins.ts'
import { townHallIn } from './town-hall.ts'

const IN_ALL_LANGUAGES = '[[all]]' // a text for those whose language nobody knows yet

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const codes = new Set<string>(languageCodes)
const isLocalized = (value: Record<string, unknown>) => {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every(key => codes.has(key))
}

/** A text with all that is known of the town written in; what is not known stays marked, in the text's own words. */
function withTown(text: string, language: Language, town: TownData): string {
  if (!isInterfaceLanguage(language)) return text
  return text.replace(MARKER, (whole, called: string) => {
    if (called === 'town') return town.name
    if (called === 'townhall') return townHallIn(language, town.name)
    const [stop] = platformWordsOf(town, 'stop', language)
    if (called === 'stop' && stop !== undefined) return stop
    const key = fillInCalled(called)
    return key === null ? whole : `[[${fillIns[key].names[language]}]]`
  })
}

function inLanguages(value: Record<string, unknown>, languages: readonly Language[], town: TownData) {
  const spoken = languages.filter(language => Object.hasOwn(value, language))
  const write = (text: unknown, language: Language) =>
    typeof text === 'string' ? withTown(text.replace(IN_ALL_LANGUAGES, ''), language, town) : text
  const isForAll = spoken.some(language => String(value[language]).startsWith(IN_ALL_LANGUAGES))
  const joined = () => spoken.map(language => write(value[language], language)).join('\n')
  return Object.fromEntries(spoken.map(language => [language, isForAll ? joined() : write(value[language], language)]))
}

/** A config of a template in the languages of a flow, with what is known of the town written in. */
export function writtenFor(config: unknown, languages: readonly Language[], town: TownData): unknown {
  if (Array.isArray(config)) return config.map(item => writtenFor(item, languages, town))
  if (!isRecord(config)) return config
  if (isLocalized(config)) return inLanguages(config, languages, town)
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, writtenFor(value, languages, town)]))
}
