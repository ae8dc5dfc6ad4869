import { type LockAction, lockActions } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import type { Lock, Tab } from '../stores/lock-store.ts'
import { changedLock, lockNow, ripeAt, touched } from './rules.ts'

const people: Record<string, Tab> = {
  marta: { personId: 'p1', name: 'Marta', tab: 'tabmarta' },
  'marta elsewhere': { personId: 'p1', name: 'Marta', tab: 'tabmartb' },
  joan: { personId: 'p2', name: 'Joan', tab: 'tabjoan1' },
  'joan in a tab of the same name': { personId: 'p2', name: 'Joan', tab: 'tabmarta' },
  nuria: { personId: 'p3', name: 'Núria', tab: 'tabnuria' },
}
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 10) + seconds * 1_000)
const isAction = (word: string): word is LockAction => lockActions.some(action => action === word)

/** What a row of deeds like `40 marta: save` leads to. */
const story = (deeds: string): Lock | null =>
  deeds.split(', ').reduce<Lock | null>((lock, deed) => {
    const [, seconds, who = '', action = ''] = /^(\d+) (.+): (\w+)$/.exec(deed) ?? []
    const [now, tab] = [at(Number(seconds)), people[who]]
    if (!tab) throw new Error(`Nobody is called ${who}`)
    if (isAction(action)) return changedLock(lock, action, tab, now)
    const held = lockNow(lock, now)
    return held && touched(held, now)
  }, null)

const told = (lock: Lock | null, seconds: number) => {
  const live = lockNow(lock, at(seconds))
  const asking = live?.ask ? `, ${live.ask.name} ${live.ask.isDeclined ? 'was told no' : 'asks'}` : ''
  return `${live?.holder?.name ?? 'nobody'}${asking}`
}

describe('who may edit a flow', () => {
  test.each([
    ['whoever comes first has it', '0 marta: hold, 0 joan: hold', 0, 'Marta'],
    ['it is kept by renewing', '0 marta: hold, 40 marta: hold, 50 joan: hold', 80, 'Marta'],
    ['it is kept by saving', '0 marta: hold, 40 marta: save, 50 joan: hold', 80, 'Marta'],
    ['silence loses it', '0 marta: hold', 46, 'nobody'],
    ['the next one gets it then', '0 marta: hold, 46 joan: hold', 46, 'Joan'],
    ['whoever was silent does not have it back', '0 marta: hold, 46 joan: hold, 47 marta: hold', 47, 'Joan'],
    ['letting go frees it', '0 marta: hold, 1 marta: release', 1, 'nobody'],
    ['nobody lets go for another', '0 marta: hold, 1 joan: release', 1, 'Marta'],
    ['nor from another tab', '0 marta: hold, 1 marta elsewhere: release', 1, 'Marta'],
    ['nor by the name of the tab', '0 marta: hold, 1 joan in a tab of the same name: release', 1, 'Marta'],
    ['asking shows', '0 marta: hold, 1 joan: ask', 1, 'Marta, Joan asks'],
    ['asking for a free flow takes it', '1 joan: ask', 1, 'Joan'],
    ['the holder does not ask', '0 marta: hold, 1 marta: ask', 1, 'Marta'],
    ['one asks at a time', '0 marta: hold, 1 joan: ask, 2 nuria: ask', 2, 'Marta, Joan asks'],
    ['after a no another may', '0 marta: hold, 1 joan: ask, 2 marta: not_yet, 3 nuria: ask', 3, 'Marta, Núria asks'],
    ['and the same one again', '0 marta: hold, 1 joan: ask, 2 marta: not_yet, 3 joan: ask', 3, 'Marta, Joan asks'],
    ['whoever asked may think better of it', '0 marta: hold, 1 joan: ask, 2 joan: release', 2, 'Marta'],
    ['handing over gives it to who asked', '0 marta: hold, 1 joan: ask, 2 marta: hand_over', 2, 'Joan'],
    ['nobody hands over for the holder', '0 marta: hold, 1 joan: ask, 2 nuria: hand_over', 2, 'Marta, Joan asks'],
    ['nobody asked, nobody gets it', '0 marta: hold, 2 marta: hand_over', 2, 'Marta'],
    ['letting go gives it to who asked', '0 marta: hold, 1 joan: ask, 2 marta: release', 2, 'Joan'],
    ['nobody takes it without asking', '0 marta: hold, 40 marta: hold, 70 joan: take_over', 70, 'Marta'],
    ['nor too early', '0 marta: hold, 1 joan: ask, 40 marta: hold, 60 joan: take_over', 60, 'Marta, Joan asks'],
    ['a minute without an answer', '0 marta: hold, 1 joan: ask, 40 marta: hold, 61 joan: take_over', 61, 'Joan'],
    ['but not amid work', '0 marta: hold, 1 joan: ask, 40 marta: save, 61 joan: take_over', 61, 'Marta, Joan asks'],
    [
      'a minute of rest',
      '0 marta: hold, 9 joan: ask, 40 marta: save, 80 marta: hold, 100 joan: take_over',
      100,
      'Joan',
    ],
    [
      'a no is a no',
      '0 marta: hold, 1 joan: ask, 2 marta: not_yet, 40 marta: save, 80 joan: take_over',
      80,
      'Marta, Joan was told no',
    ],
    ['for who asked', '0 marta: hold, 1 joan: ask, 40 marta: hold, 61 nuria: take_over', 61, 'Marta, Joan asks'],
    ['an ask outlives a holder that has gone', '0 marta: hold, 1 joan: ask, 46 nuria: hold', 46, 'Núria, Joan asks'],
    [
      'whoever asked and has gone keeps nobody from asking',
      '0 marta: hold, 1 joan: ask, 44 marta: hold, 88 marta: hold, 122 marta: hold, 123 nuria: ask',
      123,
      'Marta, Núria asks',
    ],
    [
      'and is not given it',
      '0 marta: hold, 1 joan: ask, 44 marta: hold, 88 marta: hold, 122 marta: hold, 123 marta: release',
      123,
      'nobody',
    ],
    [
      'whoever asked and is still there waits on',
      '0 marta: hold, 1 joan: ask, 44 marta: save, 88 marta: save, 100 joan: hold, 122 marta: save, 123 nuria: ask',
      123,
      'Marta, Joan asks',
    ],
  ])('%s', (_name, deeds, seconds, expected) => {
    expect(told(story(deeds), seconds)).toBe(expected)
  })

  test('an ask ripens a minute after it, or after the holder’s last change', () => {
    const ripens = (deeds: string) => {
      const lock = story(deeds)
      return lock && ripeAt(lock)
    }
    expect(ripens('0 marta: hold, 10 joan: ask')).toEqual(at(70))
    expect(ripens('0 marta: hold, 10 joan: ask, 30 marta: save')).toEqual(at(90))
    expect(ripens('0 marta: hold, 10 joan: ask, 30 marta: not_yet')).toBeNull()
  })
})
