import { expect, test } from 'vitest'
import { createHinted } from './hinted.ts'

const hint = (route: string, isBulk: boolean) => ({ route, channelId: 'town', identities: [], isBulk })

test('who writes is served before a thousand notices, which go on between', () => {
  const hinted = createHinted()
  for (let index = 0; index < 1_000; index++) hinted.add(hint(`notice ${index}`, true))
  expect(hinted.next(64, 64)[0]?.route).toBe('notice 0')
  for (let index = 0; index < 100; index++) hinted.add(hint(`citizen ${index}`, false))
  const rounds = Array.from({ length: 4 }, () => hinted.next(64, 64).map(({ route }) => route.split(' ')[0]))
  expect(rounds.map(([first]) => first)).toEqual(['citizen', 'notice', 'citizen', 'notice'])
  expect(rounds.map(round => new Set(round).size)).toEqual([1, 1, 1, 1])
  expect(hinted.bulk('town')).toBe(1_000 - 64 - 128)
})

test('a conversation with both is served once, as somebody who waits', () => {
  const hinted = createHinted()
  hinted.add(hint('anna', true))
  hinted.add(hint('anna', false))
  hinted.add(hint('anna', true))
  expect(hinted.size()).toBe(1)
  expect(hinted.next(64, 64)).toEqual([hint('anna', false)])
})
