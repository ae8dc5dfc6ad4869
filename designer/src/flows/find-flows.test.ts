import { expect, test } from 'vitest'
import { findFlows, type Listed } from './find-flows.ts'

const summary = (name: string, more: Partial<Listed>): Listed => ({
  publishedVersion: null,
  isChanged: false,
  inside: 0,
  changedAt: '2026-11-01T10:00:00.000Z',
  name,
  ...more,
})
const flows = [
  summary('Farmàcies', { changedAt: '2026-11-03T10:00:00.000Z', publishedVersion: 2 }),
  summary('Àpats a domicili', { changedAt: '2026-11-05T10:00:00.000Z', publishedVersion: 1, isChanged: true }),
  summary('Bústia 10', { inside: 4 }),
  summary('Bústia 2', { inside: 4 }),
]
const all = { text: '', state: 'any', order: 'changed' } as const
const names = (found: Listed[]) => found.map(({ name }) => name)

test.each([
  ['the newest change first, then by name', all, ['Àpats a domicili', 'Farmàcies', 'Bústia 2', 'Bústia 10']],
  ['by name as people sort', { ...all, order: 'name' }, ['Àpats a domicili', 'Bústia 2', 'Bústia 10', 'Farmàcies']],
  ['by people inside', { ...all, order: 'inside' }, ['Bústia 2', 'Bústia 10', 'Àpats a domicili', 'Farmàcies']],
  ['by words without accents', { ...all, text: 'FARMACIES' }, ['Farmàcies']],
  ['those with changes', { ...all, state: 'changed' }, ['Àpats a domicili']],
  ['those that answer as they are drawn', { ...all, state: 'live' }, ['Farmàcies']],
  ['those never published', { ...all, state: 'never' }, ['Bústia 2', 'Bústia 10']],
] as const)('finds %s', (_what, wanted, expected) => {
  expect(names(findFlows(flows, wanted, 'ca'))).toEqual(expected)
})
