import { afterEach, expect, test, vi } from 'vitest'
import { createThrottled } from './throttled.ts'

afterEach(() => vi.useRealTimers())

test('the first request goes at once, the last of a burst a second later, keys apart', () => {
  vi.useFakeTimers()
  const sent: string[] = []
  const throttled = createThrottled()
  for (let count = 1; count <= 5; count += 1) throttled.send('a', () => sent.push(`a${count}`))
  throttled.send('b', () => sent.push('b1'))
  expect(sent).toEqual(['a1', 'b1'])
  vi.advanceTimersByTime(999)
  expect(sent).toEqual(['a1', 'b1'])
  vi.advanceTimersByTime(5_000)
  expect(sent).toEqual(['a1', 'b1', 'a5'])
  throttled.send('a', () => sent.push('a6'))
  expect(sent.at(-1)).toBe('a6')
  throttled.close()
})
