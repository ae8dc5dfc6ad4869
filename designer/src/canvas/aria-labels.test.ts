import { interfaceLanguages } from '@pregoner/shared'
import { defaultAriaLabelConfig } from '@xyflow/system'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { i18n, translate } from '../i18n/index.ts'
import { ariaLabels } from './aria-labels.ts'
import { canvasWords } from './words.ts'

const directions = ['up', 'down', 'left', 'right']

/** All that a label says: some are made from where a step was moved. */
const saidBy = (label: unknown): string[] =>
  typeof label === 'function'
    ? directions.map(direction => String(label({ direction, x: 20, y: 40 })))
    : [String(label)]

const keys = Object.entries(defaultAriaLabelConfig)

describe.each(interfaceLanguages)('in %s', language => {
  beforeAll(() => void i18n.changeLanguage(language))
  afterAll(() => void i18n.changeLanguage('ca'))

  test.each(keys)('React Flow does not say its own %s', (key, english) => {
    for (const isReadOnly of [false, true]) {
      const labels: { [key: string]: unknown } = ariaLabels(
        (word, values) => translate(canvasWords, word, values),
        isReadOnly,
      )
      expect(Object.keys(labels)).toContain(key)
      const said = saidBy(labels[key])
      for (const [index, words] of said.entries()) {
        expect(words.trim()).not.toBe('')
        if (language !== 'en') expect(words).not.toBe(saidBy(english)[index])
      }
      expect(new Set(said).size).toBe(said.length)
    }
  })

  test('no label is the English one', () => {
    if (language === 'en') return
    const ours = ariaLabels((word, values) => translate(canvasWords, word, values), false)
    const english = ariaLabels(word => canvasWords.catalogues.en[word], false)
    for (const [key] of keys) {
      const same: { [key: string]: unknown } = english
      const mine: { [key: string]: unknown } = ours
      expect(saidBy(mine[key])).not.toEqual(saidBy(same[key]))
    }
  })
})

test('the library names as many things as we know', () => expect(keys.map(([key]) => key)).toHaveLength(11))
