import { emptyFlow, type Flow } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { createSaver, type SaveOutcome, type SaveState } from './saver.ts'

const drawing = (name: string): Flow => emptyFlow('complaints', name, ['ca'])

/** A saver over a runtime that answers what the test says, with a clock the test moves. */
const setUp = (answers: SaveOutcome[] = [], hasRoom = true) => {
  const sent: { name: string; rev: number }[] = []
  const states: SaveState[] = []
  let kept: { flow: Flow; rev: number } | null = null
  let due: (() => void)[] = []
  const start = drawing('first')
  let rev = 1
  const saver = createSaver(
    {
      async save(flow, onRev) {
        sent.push({ name: flow.name, rev: onRev })
        return answers.shift() ?? { kind: 'saved', rev: ++rev }
      },
      kept: {
        write: (flow, onRev) => {
          if (hasRoom) kept = { flow, rev: onRev }
          return hasRoom
        },
        leave: () => hasRoom,
        clear: () => {
          kept = null
        },
      },
      onState: state => states.push(state),
      later(run) {
        due.push(run)
        return () => {
          due = due.filter(other => other !== run)
        }
      },
    },
    { flow: start, rev },
  )
  const passTime = async () => {
    for (const run of due.splice(0)) run()
    await saver.flush()
  }
  return { saver, sent, states, start, passTime, kept: () => kept, waiting: () => due.length }
}

const theirs = { flow: drawing('theirs'), rev: 9, publishedVersion: null, changedAt: '', changedBy: 'Núria' }

describe('the saver', () => {
  test('a save whose answer was lost is no work of somebody else', async () => {
    const { settings, ...rest } = drawing('a')
    const arrived = { ...theirs, flow: { settings, ...rest }, rev: 2 }
    const { saver, sent, states, passTime } = setUp([
      { kind: 'unreachable' },
      { kind: 'unreachable' },
      { kind: 'stale', current: arrived },
      { kind: 'saved', rev: 3 },
    ])
    saver.changed(drawing('a'))
    await passTime()
    saver.changed(drawing('b'))
    await passTime()
    await saver.flush()
    expect(sent.map(({ name, rev }) => `${name} ${rev}`)).toEqual(['a 1', 'a 1', 'b 1', 'b 2'])
    expect(states.map(({ kind }) => kind)).not.toContain('stale')
    expect([states.at(-1), saver.rev(), saver.isUnsaved()]).toEqual([{ kind: 'saved' }, 3, false])
  })

  test('nor is the very drawing that is being saved', async () => {
    const { saver, passTime } = setUp([{ kind: 'stale', current: { ...theirs, flow: drawing('a') } }])
    saver.changed(drawing('a'))
    await passTime()
    expect([saver.rev(), saver.isUnsaved()]).toEqual([9, false])
  })

  test('saves quick changes once, the last of them, on the rev it knows', async () => {
    const { saver, sent, states, passTime } = setUp()
    saver.changed(drawing('a'))
    saver.changed(drawing('b'))
    await passTime()
    saver.changed(drawing('c'))
    await passTime()
    expect(sent).toEqual([
      { name: 'b', rev: 1 },
      { name: 'c', rev: 2 },
    ])
    expect(states.at(-1)).toEqual({ kind: 'saved' })
  })

  test('saves a change made while a save was on its way, after it', async () => {
    const { saver, sent } = setUp()
    saver.changed(drawing('a'))
    const first = saver.flush()
    await Promise.resolve() // the save is on its way now
    saver.changed(drawing('b'))
    expect(await first).toBe(true)
    await saver.flush()
    expect(sent.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(saver.isUnsaved()).toBe(false)
  })

  test('two who ask to save at once cause one save', async () => {
    const { saver, sent } = setUp()
    saver.changed(drawing('a'))
    await Promise.all([saver.flush(), saver.flush()])
    expect(sent).toHaveLength(1)
  })

  test('keeps work in the browser until the runtime has it', async () => {
    const { saver, states, passTime, kept, waiting } = setUp([{ kind: 'unreachable' }])
    saver.changed(drawing('a'))
    expect(await saver.flush()).toBe(false)
    expect(kept()).toMatchObject({ flow: { name: 'a' }, rev: 1 })
    expect(states.at(-1)).toEqual({ kind: 'offline', isKept: true })
    expect(waiting()).toBe(1)
    await passTime()
    expect(kept()).toBeNull()
    expect(states.at(-1)).toEqual({ kind: 'saved' })
  })

  test('keeps what is drawn without a connection, too, a little after it', async () => {
    const { saver, passTime, kept, sent } = setUp(Array(3).fill({ kind: 'unreachable' }))
    saver.changed(drawing('a'))
    await saver.flush()
    saver.changed(drawing('b'))
    await passTime()
    expect(kept()).toMatchObject({ flow: { name: 'b' } })
    await passTime()
    expect(sent.at(-1)).toEqual({ name: 'b', rev: 1 })
    expect(kept()).toBeNull()
  })

  test('says so when the browser has no room for unsaved work', async () => {
    const { saver, states } = setUp([{ kind: 'unreachable' }], false)
    saver.changed(drawing('a'))
    await saver.flush()
    expect(states.at(-1)).toEqual({ kind: 'offline', isKept: false })
    expect(saver.keepUnsaved()).toBe(false)
  })

  test('waits, keeping the work, while somebody else edits, and saves once it may', async () => {
    const { saver, sent, states, kept, waiting, passTime } = setUp([{ kind: 'locked', holder: 'Núria' }])
    saver.changed(drawing('mine'))
    expect(await saver.flush()).toBe(false)
    expect(states.at(-1)).toEqual({ kind: 'locked', holder: 'Núria' })
    expect([waiting(), kept()?.flow.name]).toEqual([0, 'mine'])
    saver.changed(drawing('mine, too'))
    expect([waiting(), kept()?.flow.name]).toEqual([0, 'mine, too'])
    await passTime()
    expect(sent.map(({ name }) => name)).toEqual(['mine', 'mine, too'])
    expect(kept()).toBeNull()
  })

  test('work that a closed tab has left is saved on the rev it was made on', async () => {
    const { saver, sent, states } = setUp([{ kind: 'stale', current: theirs }])
    saver.takeUp(drawing('left'), 0)
    expect(await saver.flush()).toBe(false)
    expect(sent).toEqual([{ name: 'left', rev: 0 }])
    expect(states.at(-1)).toEqual({ kind: 'stale', current: theirs })
  })

  test('never writes over another person by itself', async () => {
    const { saver, sent, states, kept } = setUp([{ kind: 'stale', current: theirs }])
    saver.changed(drawing('mine'))
    expect(await saver.flush()).toBe(false)
    expect(states.at(-1)).toEqual({ kind: 'stale', current: theirs })
    saver.changed(drawing('mine, too'))
    expect(await saver.flush()).toBe(false)
    expect(sent).toHaveLength(1)
    expect(kept()).toMatchObject({ flow: { name: 'mine, too' } })
  })

  test('writes over another person when told to', async () => {
    const { saver, sent } = setUp([{ kind: 'stale', current: theirs }])
    saver.changed(drawing('mine'))
    await saver.flush()
    expect(await saver.overwrite()).toBe(true)
    expect(sent.at(-1)).toEqual({ name: 'mine', rev: 9 })
  })

  test('takes what another person saved as the new start', async () => {
    const { saver, sent, kept } = setUp([{ kind: 'stale', current: theirs }])
    saver.changed(drawing('mine'))
    await saver.flush()
    saver.adopt(theirs)
    expect(await saver.flush()).toBe(true)
    expect(sent).toHaveLength(1)
    expect(saver.rev()).toBe(9)
    expect(kept()).toBeNull()
  })

  test('tells what the runtime refused and does not insist', async () => {
    const { saver, states, waiting } = setUp([{ kind: 'refused', message: 'Massa gran' }])
    saver.changed(drawing('a'))
    expect(await saver.flush()).toBe(false)
    expect(states.at(-1)).toEqual({ kind: 'refused', message: 'Massa gran' })
    expect(waiting()).toBe(0)
  })

  test('has nothing to save when the drawing comes back to what is stored', async () => {
    const { saver, sent, start, states } = setUp()
    saver.changed(drawing('a'))
    saver.changed(start)
    await saver.flush()
    expect(sent).toEqual([])
    expect(states.at(-1)).toEqual({ kind: 'saved' })
  })
})
