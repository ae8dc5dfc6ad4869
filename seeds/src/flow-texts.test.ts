import { type Flow, flowTexts, flowWords, languageCodes, withText, withWords } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { demoTowns } from './index.ts'

const flows = demoTowns(new Date('2026-11-23T09:00:00Z')).flatMap(({ flows }) => flows)

const isCode = (key: string) => languageCodes.some(code => code === key)

/** Every place of a config where something stands per language, found without asking anybody what it means. */
function localized(value: unknown, path: string): { path: string; value: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  if (entries.length > 0 && entries.every(([key]) => isCode(key))) return [{ path, value: Object.fromEntries(entries) }]
  return entries.flatMap(([key, inner]) => localized(inner, path === '' ? key : `${path}.${key}`))
}

const isForOfficers = (path: string) => /^branches\.\d+\.label$/.test(path)

describe.each(flows.map(flow => [flow.id, flow] as const))('the texts of %s', (_id, flow) => {
  const texts = flowTexts(flow)
  const words = flowWords(flow)

  test('are all that stands in it per language', () => {
    const listed = [...texts, ...words].map(({ node, field }) => `${node} ${field}`)
    const written = flow.nodes.flatMap(({ id, config }) =>
      localized(config, '').flatMap(({ path }) => (isForOfficers(path) ? [] : `${id} ${path}`)),
    )
    expect(written.filter(place => !listed.includes(place))).toEqual([])
    expect(new Set(listed).size).toBe(listed.length)
  })

  test('written back as they were read change nothing', () => {
    expect(texts.reduce<Flow>((now, use) => withText(now, use, { ...use.text }), flow)).toBe(flow)
    expect(words.reduce<Flow>((now, use) => withWords(now, use, { ...use.words }), flow)).toBe(flow)
  })

  test('changed one by one change only themselves', () => {
    for (const use of texts) {
      const changed = withText(flow, use, { ...use.text, it: `${use.field} in italiano` })
      const expected = structuredClone(flow)
      const node = expected.nodes.find(({ id }) => id === use.node)
      const parent = use.field
        .split('.')
        .slice(0, -1)
        .reduce<unknown>((at, key) => Object(at)[key], node?.config)
      Object(parent)[use.field.split('.').at(-1) ?? ''] = { ...use.text, it: `${use.field} in italiano` }
      expect(changed).toEqual(expected)
    }
    for (const use of words) {
      const changed = withWords(flow, use, { ...use.words, it: ['parola'] })
      expect(flowWords(changed)).toEqual(
        words.map(one => (one === use ? { ...one, words: { ...one.words, it: ['parola'] } } : one)),
      )
      expect(flowTexts(changed)).toEqual(texts)
    }
  })
})

test('a text nobody asks for changes nothing', () => {
  for (const flow of flows) {
    expect(withText(flow, { node: 'nobody', field: 'text' }, { ca: 'Hola' })).toBe(flow)
    for (const { id } of flow.nodes) expect(withText(flow, { node: id, field: 'no.such' }, { ca: 'Hola' })).toBe(flow)
  }
})
