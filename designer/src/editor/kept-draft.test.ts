import { emptyFlow } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { keptDrafts } from './kept-draft.ts'

const storage = (): Storage => {
  const items = new Map<string, string>()
  return {
    length: 0,
    key: () => null,
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: key => void items.delete(key),
    clear: () => items.clear(),
  }
}
const flow = emptyFlow('complaints', 'Queixes', ['ca'])

test('unsaved work comes back as it was, for its own flow only', () => {
  const store = storage()
  const kept = keptDrafts(store, 'manresa', 'complaints')
  expect(kept.read()).toBeNull()
  kept.write(flow, 7)
  expect(kept.read()).toEqual({ flow, rev: 7 })
  expect(keptDrafts(store, 'alzira', 'complaints').read()).toBeNull()
  kept.clear()
  expect(kept.read()).toBeNull()
})

test('what cannot be read is as if it were not there', () => {
  const store = storage()
  store.setItem('pregoner.draft.manresa.complaints', '{"flow":')
  expect(keptDrafts(store, 'manresa', 'complaints').read()).toBeNull()
  store.setItem('pregoner.draft.manresa.complaints', '{"flow":{},"rev":1}')
  expect(keptDrafts(store, 'manresa', 'complaints').read()).toBeNull()
})

test('a storage that refuses does no harm', () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  }
  const kept = keptDrafts(full, 'manresa', 'complaints')
  expect(() => kept.write(flow, 1)).not.toThrow()
})
