import { type InterfaceLanguage, interfaceLanguages } from '@pregoner/shared'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import type { Words } from './index.ts'

const modules = import.meta.glob<Record<string, Words<string>>>(['../**/words.ts', '../**/words/*.ts'], { eager: true })
const catalogues = Object.entries(modules).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(words => typeof words === 'object' && 'namespace' in words)
    .map(words => [`${file} ${words.namespace}`, words] as const),
)

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const namesIn = (elements: Element[]): string[] =>
  elements.flatMap(element => [
    ...('options' in element ? Object.values(element.options).flatMap(option => namesIn(option.value)) : []),
    ...('value' in element && element.type !== 0 ? [element.value] : []), // 0 is plain text
  ])
const placeholders = (text: string, language: string) => namesIn(new IntlMessageFormat(text, language).getAst())

/** Letters and marks that the other languages of the screens have, and this one has not: a text left untranslated. */
const foreign: { [Language in InterfaceLanguage]: RegExp } = {
  ca: /[ñ¿¡ì]/,
  es: /[çàèòìù’]|l·l/i,
  it: /[ñ¿¡çáíóú]|l·l/i,
  en: /[ñ¿¡ç]|l·l/i,
}
/** What is written inside quotation marks is an example, and may be in any language; so may be the names of towns. */
const ownWords = (text: string) => text.replace(/«[^»]*»|“[^”]*”/g, '')

/** What is written out in a text, without the names of values and the marks around them. */
const literals = (elements: Element[]): string[] =>
  elements.flatMap(element => {
    if ('options' in element) return Object.values(element.options).flatMap(option => literals(option.value))
    return element.type === 0 && 'value' in element ? [element.value] : [] // 0 is plain text
  })

const SENTENCE_WORDS = 4 // fewer may well be the same: "Final", "Manual", "Agenda cultural"
const alikeOnPurpose = new Set(['settings phoneNumberId']) // Catalan and Spanish say it with the same words
const isSentence = (text: string, language: string) => {
  const written = ownWords(literals(new IntlMessageFormat(text, language).getAst()).join(' '))
  return written.split(/\s+/).filter(word => /^\p{L}{2,}/u.test(word)).length >= SENTENCE_WORDS
}
const others = (language: InterfaceLanguage) => interfaceLanguages.filter(other => other !== language)

describe.each(catalogues)('%s', (_name, { namespace, catalogues }) => {
  const keys = Object.keys(catalogues.ca).sort()

  test.each(interfaceLanguages)('has every text in %s', language => {
    expect(Object.keys(catalogues[language]).sort()).toEqual(keys)
    expect(keys.filter(key => catalogues[language][key]?.trim() === '')).toEqual([])
  })

  test.each(interfaceLanguages)('has texts that can be formatted in %s', language => {
    for (const key of keys) {
      const text = catalogues[language][key] ?? ''
      expect(() => new IntlMessageFormat(text, language), `${key}: ${text}`).not.toThrow()
    }
  })

  test.each(interfaceLanguages)('names the same values in %s as in Catalan', language => {
    for (const key of keys) {
      const expected = new Set(placeholders(catalogues.ca[key] ?? '', 'ca'))
      expect(new Set(placeholders(catalogues[language][key] ?? '', language)), key).toEqual(expected)
    }
  })

  test.each(interfaceLanguages)('quotes nothing by accident in %s', language => {
    const straight = Object.entries(catalogues[language]).filter(([, text]) => /'[{}#<]/.test(text))
    expect(straight).toEqual([]) // in ICU a straight apostrophe before { starts a quotation; write ’
  })

  test.each(interfaceLanguages)('says no whole sentence in %s as another language says it', language => {
    const same = keys.filter(key => {
      const text = catalogues[language][key] ?? ''
      if (alikeOnPurpose.has(`${namespace} ${key}`) || !isSentence(text, language)) return false
      return others(language).some(other => catalogues[other][key] === text)
    })
    expect(same).toEqual([])
  })

  test.each(interfaceLanguages)('writes %s with its own letters', language => {
    const strange = keys.filter(key => foreign[language].test(ownWords(catalogues[language][key] ?? '')))
    expect(strange.map(key => `${key}: ${catalogues[language][key]}`)).toEqual([])
  })
})

test('no two folders share a namespace', () => {
  const names = catalogues.map(([, words]) => words.namespace)
  expect(new Set(names).size).toBe(names.length)
})
