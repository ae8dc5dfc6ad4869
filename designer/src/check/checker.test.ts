import { describe, expect, test } from 'vitest'
import { drawnFlow, end, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import { checkFlow, type Subject } from './check-flow.ts'
import { createChecker, type Desk, type OpenDesk } from './checker.ts'
import { type Answer, subjectAfter, type Task } from './tasks.ts'

const town = sampleTown()
const others = [drawnFlow({ start: start('adeu'), bye: end }, ['start.next > bye'], { id: 'other' })]
const subject = (words: string): Subject => ({
  flow: drawnFlow({ start: start('hola'), hi: say(words), bye: end }, ['start.next > hi', 'hi.next > bye']),
  town,
  others,
})

/** A clock that is put forward by hand. */
function handClock() {
  let now = 0
  let planned: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    later(run: () => void, ms: number) {
      const one = { at: now + ms, run }
      planned.push(one)
      return () => {
        planned = planned.filter(other => other !== one)
      }
    },
    pass(ms: number) {
      now += ms
      const due = planned.filter(({ at }) => at <= now)
      planned = planned.filter(({ at }) => at > now)
      for (const { run } of due) run()
    },
  }
}

/** Someone who checks when told to, and keeps what they were given. */
function handDesk() {
  const tasks: Task[] = []
  let answer: (answer: Answer) => void = () => {}
  let fail = () => {}
  let known: Subject | null = null
  let isClosed = false
  const open: OpenDesk = (onAnswer, onFail): Desk => {
    answer = onAnswer
    fail = onFail
    return {
      take: task => {
        tasks.push(structuredClone(task))
        known = subjectAfter(known, task)
      },
      close: () => {
        isClosed = true
      },
    }
  }
  return {
    open,
    tasks,
    finish() {
      const last = tasks.at(-1)
      if (last && known) answer({ count: last.count, findings: checkFlow(known) })
    },
    fail: () => fail(),
    known: () => known,
    isClosed: () => isClosed,
  }
}

function atWork(...opens: OpenDesk[]) {
  const clock = handClock()
  const found: string[][] = []
  let isWorking = false
  const checker = createChecker({
    desks: opens,
    clock,
    onFindings: ({ problems }) => found.push(problems.map(({ code }) => code)),
    onWorking: now => {
      isWorking = now
    },
  })
  return { clock, checker, found, isWorking: () => isWorking }
}

describe('the checker', () => {
  test('takes the newest of what came while it was busy, and tells when it is done', () => {
    const desk = handDesk()
    const { clock, checker, found, isWorking } = atWork(desk.open)
    checker.check(subject('a'))
    clock.pass(0)
    for (const words of ['b', 'c', '']) checker.check(subject(words))
    clock.pass(1_000)
    expect(desk.tasks.length).toBe(1)
    desk.finish()
    expect([found, isWorking()]).toEqual([[['no_person']], true])
    clock.pass(0)
    expect(desk.known()?.flow.nodes[1]?.config.text).toEqual({ ca: '' })
    desk.finish()
    expect([found.at(-1), isWorking(), desk.tasks.length]).toEqual([['text_empty', 'no_person'], false, 2])
  })

  test('is asked at most every 150 milliseconds, and not for the same again', () => {
    const desk = handDesk()
    const { clock, checker } = atWork(desk.open)
    const first = subject('a')
    for (let letter = 0; letter < 30; letter++) {
      checker.check(letter === 0 ? first : subject(String(letter)))
      clock.pass(20)
      desk.finish()
    }
    expect(desk.tasks.length).toBe(4)
    const last = subject('z')
    checker.check(last)
    clock.pass(150)
    desk.finish()
    const { length } = desk.tasks
    checker.check(last)
    clock.pass(1_000)
    expect(desk.tasks.length).toBe(length)
  })

  test('is sent only what has changed', () => {
    const desk = handDesk()
    const { clock, checker } = atWork(desk.open)
    const before = subject('a')
    checker.check(before)
    clock.pass(0)
    desk.finish()
    const [first, hi, bye] = before.flow.nodes
    if (!first || !hi || !bye) throw new Error('there are three steps')
    const now = { ...before.flow, nodes: [bye, { ...hi, config: { ...hi.config, text: { ca: 'b' } } }, first] }
    checker.check({ ...before, flow: now })
    clock.pass(150)
    const task = desk.tasks[1]
    expect([task?.town, task?.others, task?.flow.edges]).toEqual([null, null, null])
    expect(task?.flow.nodes).toEqual([2, now.nodes[1], 0])
    expect(desk.known()).toEqual({ ...before, flow: now })
  })

  test('goes on elsewhere when its place breaks down or cannot be had', () => {
    const broken: OpenDesk = () => {
      throw new Error('no workers here')
    }
    const [one, other] = [handDesk(), handDesk()]
    const { clock, checker, found, isWorking } = atWork(broken, one.open, other.open)
    checker.check(subject('a'))
    clock.pass(0)
    one.fail()
    clock.pass(150)
    expect([one.isClosed(), other.tasks.length, isWorking()]).toEqual([true, 1, true])
    one.finish()
    other.finish()
    expect([found.length, isWorking()]).toEqual([1, false])
  })

  test('says nothing any more once it is stopped', () => {
    const desk = handDesk()
    const { clock, checker, found } = atWork(desk.open)
    checker.check(subject('a'))
    clock.pass(0)
    checker.stop()
    desk.finish()
    checker.check(subject('b'))
    clock.pass(1_000)
    expect([found, desk.tasks.length, desk.isClosed()]).toEqual([[], 1, true])
  })
})
