import type { LockAction } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import type { Lock, Tab } from '../stores/lock-store.ts'
import { changedLock, lockNow, ripeAt, touched } from './rules.ts'

const marta: Tab = { personId: 'p1', name: 'Marta', tab: 'tabmarta' }
const joan: Tab = { personId: 'p2', name: 'Joan', tab: 'tabjoan1' }
const nuria: Tab = { personId: 'p3', name: 'Núria', tab: 'tabnuria' }
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 10) + seconds * 1_000)

/** What a row of deeds at given seconds leads to: who holds, who asks. */
function story(deeds: readonly (readonly [seconds: number, who: Tab, action: LockAction | 'save'])[]): Lock | null {
  return deeds.reduce<Lock | null>((lock, [seconds, who, action]) => {
    if (action !== 'save') return changedLock(lock, action, who, at(seconds))
    const held = lockNow(lock, at(seconds))
    return held ? touched(held, at(seconds)) : lock
  }, null)
}

const told = (lock: Lock | null, seconds: number) => {
  const live = lockNow(lock, at(seconds))
  return `${live?.holder?.name ?? '–'} / ${live?.ask ? live.ask.name + (live.ask.isDeclined ? ' no' : '') : '–'}`
}

describe('who may edit a flow', () => {
  test.each<[string, number, string, [number, Tab, LockAction | 'save'][]]>([
    [
      'whoever comes first has it',
      0,
      'Marta / –',
      [
        [0, marta, 'hold'],
        [0, joan, 'hold'],
      ],
    ],
    [
      'it is kept by renewing',
      80,
      'Marta / –',
      [
        [0, marta, 'hold'],
        [40, marta, 'hold'],
        [50, joan, 'hold'],
      ],
    ],
    [
      'it is kept by saving',
      80,
      'Marta / –',
      [
        [0, marta, 'hold'],
        [40, marta, 'save'],
        [50, joan, 'hold'],
      ],
    ],
    ['silence loses it', 46, '– / –', [[0, marta, 'hold']]],
    [
      'the next one gets it then',
      46,
      'Joan / –',
      [
        [0, marta, 'hold'],
        [46, joan, 'hold'],
      ],
    ],
    [
      'whoever was silent does not have it back',
      47,
      'Joan / –',
      [
        [0, marta, 'hold'],
        [46, joan, 'hold'],
        [47, marta, 'hold'],
      ],
    ],
    [
      'letting go frees it',
      1,
      '– / –',
      [
        [0, marta, 'hold'],
        [1, marta, 'release'],
      ],
    ],
    [
      'nobody lets go for another',
      1,
      'Marta / –',
      [
        [0, marta, 'hold'],
        [1, joan, 'release'],
      ],
    ],
    [
      'the same person in another tab is another',
      1,
      'Marta / –',
      [
        [0, marta, 'hold'],
        [1, { ...marta, tab: 'tabmartb' }, 'release'],
      ],
    ],
    [
      'the same tab name of another person is another',
      1,
      'Marta / –',
      [
        [0, marta, 'hold'],
        [1, { ...joan, tab: 'tabmarta' }, 'release'],
      ],
    ],
    [
      'asking shows',
      1,
      'Marta / Joan',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
      ],
    ],
    ['asking for a free flow takes it', 1, 'Joan / –', [[1, joan, 'ask']]],
    [
      'the holder does not ask',
      1,
      'Marta / –',
      [
        [0, marta, 'hold'],
        [1, marta, 'ask'],
      ],
    ],
    [
      'one asks at a time',
      2,
      'Marta / Joan',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [2, nuria, 'ask'],
      ],
    ],
    [
      'after a no another may ask',
      3,
      'Marta / Núria',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [2, marta, 'not_yet'],
        [3, nuria, 'ask'],
      ],
    ],
    [
      'and the same one again',
      3,
      'Marta / Joan',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [2, marta, 'not_yet'],
        [3, joan, 'ask'],
      ],
    ],
    [
      'whoever asked may think better of it',
      2,
      'Marta / –',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [2, joan, 'release'],
      ],
    ],
    [
      'handing over gives it to who asked',
      2,
      'Joan / –',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [2, marta, 'hand_over'],
      ],
    ],
    [
      'nobody hands over for the holder',
      2,
      'Marta / Joan',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [2, nuria, 'hand_over'],
      ],
    ],
    [
      'there is nobody to hand over to',
      2,
      'Marta / –',
      [
        [0, marta, 'hold'],
        [2, marta, 'hand_over'],
      ],
    ],
    [
      'letting go gives it to who asked',
      2,
      'Joan / –',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [2, marta, 'release'],
      ],
    ],
    [
      'nobody takes it over without asking',
      99,
      'Marta / –',
      [
        [0, marta, 'hold'],
        [40, marta, 'hold'],
        [70, joan, 'take_over'],
        [80, marta, 'hold'],
      ],
    ],
    [
      'nobody takes it over too early',
      60,
      'Marta / Joan',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [40, marta, 'hold'],
        [60, joan, 'take_over'],
      ],
    ],
    [
      'a minute without an answer is enough',
      61,
      'Joan / –',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [40, marta, 'hold'],
        [61, joan, 'take_over'],
      ],
    ],
    [
      'unless the holder goes on working',
      61,
      'Marta / Joan',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [40, marta, 'save'],
        [61, joan, 'take_over'],
      ],
    ],
    [
      'for a minute after the last change',
      100,
      'Joan / –',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [40, marta, 'save'],
        [80, marta, 'hold'],
        [100, joan, 'take_over'],
      ],
    ],
    [
      'or has said no',
      90,
      'Marta / Joan no',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [2, marta, 'not_yet'],
        [40, marta, 'hold'],
        [80, marta, 'hold'],
        [90, joan, 'take_over'],
      ],
    ],
    [
      'nobody takes over what another asked for',
      61,
      'Marta / Joan',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [40, marta, 'hold'],
        [61, nuria, 'take_over'],
      ],
    ],
    [
      'an ask outlives a holder that has gone',
      46,
      'Núria / Joan',
      [
        [0, marta, 'hold'],
        [1, joan, 'ask'],
        [46, nuria, 'hold'],
      ],
    ],
  ])('%s', (_name, seconds, expected, deeds) => {
    expect(told(story(deeds), seconds)).toBe(expected)
  })

  test('an ask ripens a minute after it, or after the holder’s last change', () => {
    const asked = story([
      [0, marta, 'hold'],
      [10, joan, 'ask'],
    ])
    expect(asked && ripeAt(asked)).toEqual(at(70))
    const working = story([
      [0, marta, 'hold'],
      [10, joan, 'ask'],
      [30, marta, 'save'],
    ])
    expect(working && ripeAt(working)).toEqual(at(90))
  })
})
