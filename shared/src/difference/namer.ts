import { namesCa } from '../inspect/words/names-ca.ts'
import { namesEn } from '../inspect/words/names-en.ts'
import { namesEs } from '../inspect/words/names-es.ts'
import { namesIt } from '../inspect/words/names-it.ts'
import type { InterfaceLanguage } from '../language.ts'
import { type Language, textIn } from '../language.ts'
import type { TownData } from '../town.ts'
import type { ExitName, OptionName, StepName, Thing } from './change.ts'
import { configCa } from './words/config-ca.ts'
import { configEn } from './words/config-en.ts'
import { configEs } from './words/config-es.ts'
import { configIt } from './words/config-it.ts'

const names = { ca: namesCa, es: namesEs, it: namesIt, en: namesEn }
const configs = { ca: configCa, es: configEs, it: configIt, en: configEn }
const MAX_SAID_CHARS = 40

/** Says what a flow's town calls by another name than the drawing does. */
export interface Naming {
  town: TownData
  language: InterfaceLanguage
  /** Name of another flow of the town, by its id. */
  flowName: (id: string) => string | undefined
}

const own = (words: Readonly<Record<string, string>>, key: string) =>
  Object.hasOwn(words, key) ? words[key] : undefined

const shortened = (text: string, max: number) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line
}

export type Namer = ReturnType<typeof createNamer>

/** How steps, exits, fields and things of the town are called in one language of the screens. */
export function createNamer({ town, language, flowName }: Naming) {
  const { quotes, types, exits, fields, kinds, languages } = names[language]
  const config = configs[language]
  const said = (text: Parameters<typeof textIn>[0]) => textIn(text, language, town.defaultLanguage)
  const quoted = (text: string) => `${quotes.open}${text}${quotes.close}`
  const named = (items: readonly { id: string; name: unknown }[], id: string): string | undefined => {
    const name = items.find(item => item.id === id)?.name
    return typeof name === 'string' ? name : said(Object(name)) || undefined
  }
  const department = (id: string) => named(town.departments, id) ?? id
  const typeName = (type: string) => own(types, type) ?? type

  function step({ name, type, text, department: hands }: StepName): string {
    if (name) return quoted(name)
    if (hands !== null) return `${quoted(typeName(type))} (${department(hands)})`
    const words = shortened(said(text), MAX_SAID_CHARS)
    return words ? `${typeName(type)} ${quoted(words)}` : quoted(typeName(type))
  }

  /** `options.2.label` by its own words, else by those of what it is part of; `isOwn` tells which. */
  function field(path: string): { name: string; isOwn: boolean } {
    const parts = path.split('.')
    for (let length = parts.length; length > 0; length--) {
      const piece = parts.slice(0, length)
      const key = piece.map(part => (/^\d+$/.test(part) ? '#' : part)).join('.')
      const words = own(config.fields, key) ?? own(fields, key)
      const number = Number(piece.findLast(part => /^\d+$/.test(part)) ?? 0) + 1
      if (words !== undefined)
        return { name: quoted(words.replace('{n}', String(number))), isOwn: length === parts.length }
    }
    return { name: quoted(path), isOwn: false }
  }

  const things: { [Kind in keyof typeof kinds]: (thing: Thing) => string | undefined } = {
    department: ({ id }) => named(town.departments, id),
    person: ({ id }) =>
      named(
        town.departments.flatMap(({ people }) => people),
        id,
      ),
    category: ({ id }) => named(town.categories, id),
    table: ({ id }) => named(town.tables, id),
    column: ({ id, within }) => {
      const column = town.tables.find(table => table.id === within)?.columns.find(one => one.id === id)
      return column && quoted(column.label || id)
    },
    calendar: ({ id }) => named(town.calendars, id),
    topic: ({ id }) => named(town.topics, id),
    bookable_service: ({ id }) => named(town.bookableServices ?? [], id),
    flow: ({ id }) => {
      const name = flowName(id)
      return name === undefined ? undefined : quoted(name)
    },
    node: ({ step: target }) => (target ? step(target) : undefined),
  }

  const duration = (count: number, unit: 'minute' | 'hour' | 'day'): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)

  /** A number of minutes as a person says it. */
  function minutes(count: number): string {
    if (count % 1_440 === 0) return duration(count / 1_440, 'day')
    return count % 60 === 0 ? duration(count / 60, 'hour') : duration(count, 'minute')
  }

  return {
    step,
    quoted,
    field,
    said,
    department,
    shortened,
    type: (type: string) => quoted(typeName(type)),
    language: (code: Language | string) => own(languages, code) ?? code,
    kind: (kind: keyof typeof kinds) => kinds[kind],
    thing: (kind: keyof typeof kinds, thing: Thing): string => things[kind](thing) ?? quoted(thing.id),
    option: ({ label }: OptionName) => quoted(shortened(said(label), MAX_SAID_CHARS)),
    exit: ({ id, label }: ExitName) => quoted(shortened(said(label), MAX_SAID_CHARS) || (own(exits, id) ?? id)),
    list: (items: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
    /** A value of a form; undefined when it cannot be said in a few words. */
    value(path: string, value: unknown, words: { yes: string; no: string }): string | undefined {
      if (typeof value === 'boolean') return value ? words.yes : words.no
      if (typeof value === 'number') {
        const last = path.split('.').at(-1) ?? ''
        if (/minutes$/i.test(last)) return minutes(value)
        if (/hours$/i.test(last)) return duration(value, 'hour')
        return /days$/i.test(last) ? duration(value, 'day') : new Intl.NumberFormat(language).format(value)
      }
      return typeof value === 'string' ? (own(config.values, value) ?? quoted(shortened(value, 60))) : undefined
    },
  }
}
