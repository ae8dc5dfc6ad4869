import type { FlowLock, LockAction } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { createLockKeeper, type LockState } from './lock-keeper.ts'

const me = { name: 'Marta', isYou: true, isThisTab: true }
const joan = { name: 'Joan', isYou: false, isThisTab: false }
const free: FlowLock = { holder: null, endsInMs: 0, ask: null, rev: 3 }
const mine: FlowLock = { ...free, holder: me, endsInMs: 45_000 }
const theirs: FlowLock = { ...free, holder: joan, endsInMs: 20_000 }

/** A keeper over a runtime that answers what the test says; the clock stands still. */
const setUp = (answers: (FlowLock | 'down')[], isWanted = true) => {
  const acts: LockAction[] = []
  const states: LockState[] = []
  const due: { run: () => void; milliseconds: number }[] = []
  const keeper = createLockKeeper({
    async act(action) {
      acts.push(action)
      const answer = answers.shift() ?? theirs
      if (answer === 'down') throw new Error('unreachable')
      return answer
    },
    onState: state => states.push(state),
    isWanted: () => isWanted,
    now: () => 1_000,
    later(run, milliseconds) {
      const one = { run, milliseconds }
      due.push(one)
      return () => void (due.includes(one) && due.splice(due.indexOf(one), 1))
    },
  })
  const settle = () => new Promise(done => setTimeout(done))
  const begin = async () => {
    keeper.start()
    await settle()
  }
  const passTime = async () => {
    for (const { run } of due.splice(0)) run()
    await settle()
  }
  return { keeper, acts, states, begin, passTime, waits: () => due.map(({ milliseconds }) => milliseconds), settle }
}

describe('the keeper of a lock', () => {
  test('takes a free flow and goes on saying that it is there', async () => {
    const { acts, states, begin, passTime, waits } = setUp([mine, mine])
    await begin()
    expect([states, waits()]).toEqual([[{ kind: 'mine', ask: null }], [15_000]])
    await passTime()
    expect(acts).toEqual(['hold', 'hold'])
  })

  test('looks again as soon as a silent holder’s time is up, and often enough to see who asks', async () => {
    const { states, begin, waits } = setUp([{ ...theirs, endsInMs: 4_000 }])
    await begin()
    expect(states).toEqual([{ kind: 'theirs', holder: { name: 'Joan', isYou: false }, ask: null }])
    expect(waits()).toEqual([4_300])
  })

  test('tells by its own clock when an ask is ripe', async () => {
    const asked = { ...theirs, ask: { ...me, isDeclined: false, ripeInMs: 60_000 } }
    const { keeper, states, begin } = setUp([theirs, asked])
    await begin()
    await keeper.ask()
    const ask = { name: 'Marta', isYou: true, isThisTab: true, ripeAt: 61_000 }
    expect(states.at(-1)).toEqual({ kind: 'theirs', holder: { name: 'Joan', isYou: false }, ask })
  })

  test('stays as it was while the runtime cannot be reached, and tries again', async () => {
    const { acts, states, begin, passTime, waits } = setUp([mine, 'down', mine])
    await begin()
    await passTime()
    expect([states.length, waits()]).toEqual([1, [5_000]])
    await passTime()
    expect(acts).toEqual(['hold', 'hold', 'hold'])
  })

  test('does not take a flow for a tab that nobody looks at', async () => {
    const { acts, begin, waits } = setUp([], false)
    await begin()
    expect([acts, waits()]).toEqual([[], [15_000]])
  })

  test('lets go when it stops, and does nothing any more', async () => {
    const { keeper, acts, begin, passTime, waits, settle } = setUp([mine])
    await begin()
    keeper.stop()
    await settle()
    expect([acts, waits()]).toEqual([['hold', 'release'], []])
    await keeper.hold()
    await passTime()
    expect(acts).toEqual(['hold', 'release'])
  })

  test('has nothing to let go where another edits', async () => {
    const { keeper, acts, begin, settle } = setUp([theirs])
    await begin()
    keeper.stop()
    await settle()
    expect(acts).toEqual(['hold'])
  })

  test('one call goes out at a time', async () => {
    const { keeper, acts, begin, states } = setUp([theirs, theirs, mine])
    await begin()
    await Promise.all([keeper.ask(), keeper.hold()])
    expect(acts).toEqual(['hold', 'ask', 'hold'])
    expect(states.at(-1)?.kind).toBe('mine')
  })
})
