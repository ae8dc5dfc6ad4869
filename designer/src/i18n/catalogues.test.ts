import { interfaceLanguages } from '@pregoner/shared'
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

describe.each(catalogues)('%s', (_name, { catalogues }) => {
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
})

test('no two folders share a namespace', () => {
  const names = catalogues.map(([, words]) => words.namespace)
  expect(new Set(names).size).toBe(names.length)
})
