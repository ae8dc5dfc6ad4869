import { expect, test } from 'vitest'
import { byMeaning, meaningOf } from './reason.ts'

test.each([
  ['131026 Message undeliverable', 'unreachable'],
  ['131050 User has stopped marketing messages', 'opted_out'],
  ['132015 Template is paused', 'template'],
  ['no outcome', 'no_outcome'],
  ['130429 too late', 'too_late'],
  ['999999 Something new', 'other'],
  ['', 'other'],
])('“%s” means %s', (reason, meaning) => {
  expect(meaningOf(reason).meaning).toBe(meaning)
})

test('failures that mean the same are counted together, the most frequent first; unknown ones keep their words', () => {
  expect(
    byMeaning([
      { reason: '999999 Something new', count: 3 },
      { reason: '131026 Undeliverable', count: 2 },
      { reason: '131021 Sender is recipient', count: 2 },
    ]),
  ).toEqual([
    { key: 'unreachable', meaning: 'unreachable', words: 'Sender is recipient', count: 4 },
    { key: '999999 Something new', meaning: 'other', words: 'Something new', count: 3 },
  ])
})
