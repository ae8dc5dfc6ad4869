import { expect, test } from 'vitest'
import { forgetOldDrafts, keepDraft, readDraft } from './kept-draft.ts'

const DAY_MS = 24 * 3_600_000

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: name => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: name => void kept.delete(name),
    key: index => [...kept.keys()][index] ?? null,
    clear: () => kept.clear(),
    get length() {
      return kept.size
    },
  }
}
const file = { mediaId: 'm1', kind: 'image' as const, mime: 'image/jpeg', name: 'a.jpg', caption: null }

test('a draft comes back with its files and the id it will be sent with', () => {
  const own = storage()
  const draft = { text: 'Ho mirem', files: [file], id: 'answer-1' }
  keepDraft(own, 'anna.incident-1', draft, 0)
  expect(readDraft(own, 'anna.incident-1')).toEqual(draft)
  expect(readDraft(own, 'pere.incident-1')).toMatchObject({ text: '', files: [] })
})

test('an emptied draft is not kept', () => {
  const own = storage()
  keepDraft(own, 'a', { text: 'Ho mirem', files: [], id: 'x' }, 0)
  keepDraft(own, 'a', { text: '', files: [], id: 'x' }, 1)
  expect(own.length).toBe(0)
})

test('what was left for a month, or is none of ours, goes; the rest stays', () => {
  const own = storage()
  keepDraft(own, 'old', { text: 'Fa temps', files: [], id: 'x' }, 0)
  keepDraft(own, 'new', { text: 'Avui', files: [], id: 'y' }, 30 * DAY_MS)
  own.setItem('other', 'untouched')
  forgetOldDrafts(own, 31 * DAY_MS)
  expect(readDraft(own, 'old').text).toBe('')
  expect(readDraft(own, 'new').text).toBe('Avui')
  expect(own.getItem('other')).toBe('untouched')
})

test('a broken or forbidden storage is an empty one', () => {
  const own = storage()
  own.setItem('pregoner.answer.a', '{"text":')
  expect(readDraft(own, 'a').text).toBe('')
  const forbidden = {
    ...own,
    getItem: () => {
      throw new Error('forbidden')
    },
  }
  expect(readDraft(forbidden, 'a').text).toBe('')
})
