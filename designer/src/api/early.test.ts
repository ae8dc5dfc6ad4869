import { afterEach, expect, test, vi } from 'vitest'
import { fetchEarly, takeEarly } from './early.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const answering = (answer: () => Promise<Response>) => {
  const asked = vi.fn((_address: string) => answer())
  vi.stubGlobal('fetch', asked)
  return asked
}

test('an early answer is given out once, and only while it is fresh', async () => {
  vi.useFakeTimers()
  const asked = answering(async () => new Response('one'))
  fetchEarly('/session', 'ca')
  expect(asked.mock.calls[0]?.[0]).toBe('/api/session')
  expect(await (await takeEarly('/session'))?.text()).toBe('one')
  expect(await takeEarly('/session')).toBeNull()

  fetchEarly('/session', 'ca')
  vi.advanceTimersByTime(10_001)
  expect(await takeEarly('/session')).toBeNull()
})

test('a refusal or a broken line counts as no answer, so that it is asked again', async () => {
  answering(async () => new Response('signed out', { status: 401 }))
  fetchEarly('/session', 'ca')
  expect(await takeEarly('/session')).toBeNull()

  answering(() => Promise.reject(new Error('no network')))
  fetchEarly('/session', 'ca')
  expect(await takeEarly('/session')).toBeNull()
})
