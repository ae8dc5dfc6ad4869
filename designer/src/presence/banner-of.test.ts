import { expect, test } from 'vitest'
import { bannerOf } from './banner-of.ts'
import type { LockState } from './lock-keeper.ts'

const marta = { name: 'Marta', isYou: false }
const me = { name: 'Joan', isYou: true }
const NOW = 1_000
const ask = (more: { isThisTab: boolean; ripeAt: number | null }) => ({ ...me, ...more })
const theirs = (asked: Extract<LockState, { kind: 'theirs' }>['ask'], holder = marta): LockState => ({
  kind: 'theirs',
  holder,
  ask: asked,
})
const saved = { kind: 'saved' } as const
const mine: LockState = { kind: 'mine', ask: null }

test.each([
  ['another edits', theirs(null), saved, 'edits follow', 'ask'],
  ['oneself does, elsewhere', theirs(null, me), saved, 'inOtherTab follow', 'ask'],
  ['one has asked', theirs(ask({ isThisTab: true, ripeAt: 2_000 })), saved, 'edits asked', 'withdraw'],
  [
    'one has asked oneself',
    theirs(ask({ isThisTab: true, ripeAt: 2_000 }), me),
    saved,
    'inOtherTab askedYourself',
    'withdraw',
  ],
  ['nobody answers', theirs(ask({ isThisTab: true, ripeAt: 900 })), saved, 'edits ripe', 'takeOver withdraw'],
  ['the answer is no', theirs(ask({ isThisTab: true, ripeAt: null })), saved, 'edits declined', 'ask'],
  ['another has asked', theirs(ask({ isThisTab: false, ripeAt: 2_000 })), saved, 'edits otherAsks', ''],
  ['another was told no', theirs(ask({ isThisTab: false, ripeAt: null })), saved, 'edits follow', 'ask'],
  [
    'work is left unsaved',
    theirs(null),
    { kind: 'locked', holder: 'Marta' } as const,
    'edits unsavedHere follow',
    'ask',
  ],
  ['one is asked', { kind: 'mine', ask: marta } as const, saved, 'asksYou asksYouHint', 'handOver notYet'],
  ['there is no connection', mine, { kind: 'offline', isKept: true } as const, 'offline', ''],
  ['nor any room', mine, { kind: 'offline', isKept: false } as const, 'offlineFull', ''],
])('when %s, it says so and offers what can be done', (_name, state, saveState, keys, actions) => {
  const view = bannerOf({ state, saveState, hasCome: false, now: NOW })
  expect(view?.lines.map(({ key }) => key).join(' ')).toBe(keys)
  expect(view?.actions.map(({ action }) => action).join(' ')).toBe(actions)
})

test('nothing is said while one is alone, but for a while when the flow has come', () => {
  expect(bannerOf({ state: mine, saveState: saved, hasCome: false, now: NOW })).toBeNull()
  expect(bannerOf({ state: { kind: 'opening' }, saveState: saved, hasCome: false, now: NOW })).toBeNull()
  expect(bannerOf({ state: mine, saveState: saved, hasCome: true, now: NOW })?.tone).toBe('good')
})
