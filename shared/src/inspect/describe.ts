import type { InterfaceLanguage, Language } from '../language.ts'
import type { Reference } from '../node.ts'
import type { NodeType } from '../nodes/index.ts'
import type { PlatformWord } from '../town.ts'
import type { Problem } from './problem.ts'
import { type ProblemWords, problemsCa } from './words/ca.ts'
import { problemsEn } from './words/en.ts'
import { problemsEs } from './words/es.ts'
import { fixSentences, namelessMenu } from './words/fixes.ts'
import { problemsIt } from './words/it.ts'
import { namesCa } from './words/names-ca.ts'
import { namesEn } from './words/names-en.ts'
import { namesEs } from './words/names-es.ts'
import { namesIt } from './words/names-it.ts'

type Words<Key extends string> = Readonly<Record<Key, string> & Record<string, string>>

/** Every name there must be; a forgotten one does not compile. */
interface Names {
  quotes: { open: string; close: string }
  types: Words<NodeType>
  exits: Words<string>
  fields: Words<string>
  kinds: Record<Reference['kind'], { one: string; the: string; another: string }>
  meanings: Words<PlatformWord>
  triggers: Words<'first_message' | 'anything_else'>
  languages: Words<Language>
}

const problems: Record<InterfaceLanguage, ProblemWords> = {
  ca: problemsCa,
  es: problemsEs,
  it: problemsIt,
  en: problemsEn,
}
const names: Record<InterfaceLanguage, Names> = { ca: namesCa, es: namesEs, it: namesIt, en: namesEn }

const own = (words: Record<string, string>, key: string) => (Object.hasOwn(words, key) ? words[key] : undefined)

/** `options.2.label` is "Label of option 3"; a field without words of its own has those of what it is part of. */
function fieldName(field: string, { fields }: Names): string {
  const parts = field.split('.')
  for (let length = parts.length; length > 0; length--) {
    const piece = parts.slice(0, length)
    const words = own(fields, piece.map(part => (/^\d+$/.test(part) ? '#' : part)).join('.'))
    const number = Number(piece.find(part => /^\d+$/.test(part)) ?? 0) + 1
    if (words !== undefined) return words.replace('{n}', String(number))
  }
  return field
}

/** How the screens call a field of a config, as problems do. */
export const fieldNameIn = (field: string, language: InterfaceLanguage): string => fieldName(field, names[language])

/** What a town-wide word does, as problems say it. */
export const meaningIn = (word: PlatformWord, language: InterfaceLanguage): string => names[language].meanings[word]

/** The problem in words an officer understands, saying what to do. */
export function describeProblem({ code, field, values }: Problem, language: InterfaceLanguage): string {
  const known = names[language]
  const value = (name: string) => String(values[name] ?? '')
  const quoted = (text: string) => `${known.quotes.open}${text}${known.quotes.close}`
  const step = (prefix: string) => {
    const type = value(`${prefix}Type`)
    const typeName = own(known.types, type) ?? type
    if (value(`${prefix}Name`) !== type) return quoted(value(`${prefix}Name`))
    const said = value(`${prefix}Text`)
    return said ? `${typeName} ${quoted(said)}` : quoted(typeName)
  }
  const kind = Object.entries(known.kinds).find(([name]) => name === value('kind'))?.[1]
  const pieces: Record<string, () => string> = {
    node: () => step('node'),
    other: () => step('other'),
    exit: () => quoted(value('exitLabel') || (own(known.exits, value('exit')) ?? value('exit'))),
    field: () => quoted(fieldName(field ?? '', known)),
    language: () => own(known.languages, value('language')) ?? value('language'),
    meaning: () => own(known.meanings, value('meaning')) ?? '',
    trigger: () => own(known.triggers, value('trigger')) ?? '',
    a_kind: () => kind?.one ?? '',
    the_kind: () => kind?.the ?? '',
    another_kind: () => kind?.another ?? '',
    path: () =>
      value('path')
        .split(' → ')
        .map(name => own(known.types, name) ?? name)
        .join(' → '),
  }
  return problems[language][code].replace(/\{(\w+)\}/g, (_whole, key: string) => pieces[key]?.() ?? value(key))
}

/** What the button that mends the problem says; empty when it has no fix. */
export function fixWords({ fix, values }: Problem, language: InterfaceLanguage): string {
  if (fix === null) return ''
  const { quotes, types, languages } = names[language]
  const name = String(values.fixName ?? '')
  if (fix === 'choose_menu' && name === '') return namelessMenu[language]
  const code = String(values.fixLanguage ?? '')
  return fixSentences[language][fix]
    .replace('{name}', `${quotes.open}${own(types, name) ?? name}${quotes.close}`)
    .replace('{language}', own(languages, code) ?? code)
}
