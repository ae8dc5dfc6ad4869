import { expect, test } from 'vitest'
import { createLine } from './line.ts'
import { createRate } from './rate.ts'

/** A line whose conversations are noted in the order of their turns. */
function lineOf(limit: number) {
  const order: string[] = []
  const line = createLine(createRate(limit))
  const wait = (convId: string, isBulk: boolean) => line.turn(convId, isBulk).then(() => order.push(convId))
  return { line, order, wait }
}

test('an answer goes before everybody who waits for a notice', async () => {
  const { order, wait } = lineOf(200)
  const notices = Array.from({ length: 60 }, (_, index) => wait(`notice ${index}`, true))
  await notices[0]
  const before = order.length
  await wait('answer', false)
  expect(order.indexOf('answer')).toBe(before)
  await Promise.all(notices)
  expect(order.filter(each => each !== 'answer')).toEqual(Array.from({ length: 60 }, (_, index) => `notice ${index}`))
})

test('a conversation that waits for its notice goes first once its person waits for an answer', async () => {
  const { line, order, wait } = lineOf(100)
  const all = Array.from({ length: 30 }, (_, index) => wait(`notice ${index}`, true))
  await all[0]
  const before = order.length
  line.hurry('notice 29')
  await all[29]
  expect(order.indexOf('notice 29')).toBe(before)
  await Promise.all(all)
  expect(order).toHaveLength(30)
})
