import { expect, test } from 'vitest'
import { compared } from './compared.ts'

const answers = Array.from({ length: 200 }, (_, index) => ({
  ...{ text: `answer ${index}`, media: [], place: null, language: null, exit: null },
}))

function busy(ms: number): string {
  const end = performance.now() + ms
  while (performance.now() < end);
  return 'parks'
}

test('a step that takes long for each answer keeps nobody waiting, and does not go on for ever', async () => {
  let turns = 0
  let isRunning = true
  const others = () => {
    turns += 1
    if (isRunning) setImmediate(others)
  }
  setImmediate(others)
  const { answers: tried, isCut } = await compared(
    answers,
    () => busy(15),
    text => text,
    300,
  )
  isRunning = false
  expect(isCut).toBe(true)
  expect(tried.length).toBeGreaterThan(2)
  expect(tried.length).toBeLessThanOrEqual(21)
  expect(turns).toBeGreaterThanOrEqual(tried.length - 1)
})

test('a step that takes no time is tried on all of them', async () => {
  const { answers: tried, isCut } = await compared(
    answers,
    () => 'parks',
    () => 'shown',
  )
  expect([tried.length, isCut, tried[0]]).toEqual([200, false, { text: 'shown', from: null, to: 'parks' }])
})
