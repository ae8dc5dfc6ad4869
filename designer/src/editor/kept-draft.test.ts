import { emptyFlow } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { keptDrafts } from './kept-draft.ts'

const storage = (): Storage => {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: index => [...items.keys()][index] ?? null,
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: key => void items.delete(key),
    clear: () => items.clear(),
  }
}
const flow = emptyFlow('complaints', 'Queixes', ['ca'])
const place = { townKey: 'manresa', flowId: 'complaints', tab: 'first', now: () => 5 }

test('unsaved work comes back as it was, for its own flow only', () => {
  const store = storage()
  const kept = keptDrafts({ ...place, storage: store })
  expect(kept.read()).toBeNull()
  expect(kept.write(flow, 7)).toBe(true)
  expect(kept.read()).toEqual({ flow, rev: 7, at: 5 })
  expect(keptDrafts({ ...place, storage: store, townKey: 'alzira' }).read()).toBeNull()
  expect(keptDrafts({ ...place, storage: store, flowId: 'complaint' }).others()).toEqual([])
  kept.clear()
  expect(kept.read()).toBeNull()
})

test('tabs do not lose each other’s work, and find what a closed one has left', () => {
  const store = storage()
  const first = keptDrafts({ ...place, storage: store })
  const second = keptDrafts({ ...place, storage: store, tab: 'second', now: () => 9 })
  first.write(flow, 7)
  second.write({ ...flow, name: 'Newer' }, 8)
  second.clear()
  expect(first.read()?.rev).toBe(7)
  second.write({ ...flow, name: 'Newer' }, 8)
  const third = keptDrafts({ ...place, storage: store, tab: 'third' })
  expect(third.read()).toBeNull()
  expect(third.others().map(({ tab, draft }) => [tab, draft.rev])).toEqual([
    ['second', 8],
    ['first', 7],
  ])
  third.clearOf('second')
  expect(third.others().map(({ tab }) => tab)).toEqual(['first'])
})

test('work put aside is found again, by this tab, too, and is not its unsaved work', () => {
  const kept = keptDrafts({ ...place, storage: storage() })
  expect(kept.leave(flow, 7)).toBe(true)
  expect(kept.read()).toBeNull()
  expect(kept.others().map(({ draft }) => draft.rev)).toEqual([7])
})

test('what cannot be read is as if it were not there', () => {
  const store = storage()
  const kept = keptDrafts({ ...place, storage: store })
  for (const text of ['{"flow":', '{"flow":{},"rev":1,"at":1}', '[]']) {
    store.setItem('pregoner.draft.manresa.complaints.first', text)
    store.setItem('pregoner.draft.manresa.complaints.second', text)
    expect([kept.read(), kept.others()]).toEqual([null, []])
  }
})

test('a storage that refuses does no harm, and says so', () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  }
  expect(keptDrafts({ ...place, storage: full }).write(flow, 1)).toBe(false)
})
