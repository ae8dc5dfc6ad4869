import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPaced } from './paced.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const slowly = (value: number) => () => new Promise<number>(resolve => setTimeout(() => resolve(value), 100))

test('the first watcher gets an answer at once, those who ask meanwhile share the next one', async () => {
  const paced = createPaced<number>()
  const count = vi.fn(slowly(1))
  const first = paced('flow', count)
  await vi.advanceTimersByTimeAsync(50)
  const others = [paced('flow', slowly(2)), paced('flow', slowly(3)), paced('flow', slowly(4))]
  await vi.advanceTimersByTimeAsync(50)
  expect(await first).toBe(1)
  await vi.advanceTimersByTimeAsync(1_000) // it rests ten times as long as it took
  await vi.advanceTimersByTimeAsync(100)
  expect(await Promise.all(others)).toEqual([2, 2, 2])
})

test('other flows do not wait, and after a rest nobody does', async () => {
  const paced = createPaced<number>()
  void paced('flow', slowly(1))
  const other = paced('other', slowly(2))
  await vi.advanceTimersByTimeAsync(100)
  expect(await other).toBe(2)
  await vi.advanceTimersByTimeAsync(1_000)
  const later = paced('flow', slowly(3))
  await vi.advanceTimersByTimeAsync(100)
  expect(await later).toBe(3)
})

test('a count that fails is tried again by the next who asks', async () => {
  const paced = createPaced<number>()
  await expect(paced('flow', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  const again = paced('flow', slowly(1))
  await vi.advanceTimersByTimeAsync(200)
  expect(await again).toBe(1)
})
