import type { Flow, FlowTest } from '@pregoner/shared'
import { afterAll, expect, test } from 'vitest'
import { ask, drawnFlow, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import { createChecks } from './checks.ts'

const checks = createChecks()
const hasty = createChecks({ limitMs: 2_000 })
afterAll(() => Promise.all([checks.close(), hasty.close()]))

const PATTERN = '(((a|a)*)*)*'.repeat(41) // linear in the answer, but there are many states

/** A drawing that is as large as a drawing may be, and whose every step uses names of many others. */
function hostile(count: number): Flow {
  const names = Array.from({ length: count }, (_, index) => `n${index}`)
  const nodes = names.map((name, at) => {
    const text = { ca: `{{v${(at * 7) % count}}} {{v${(at * 13) % count}}}` }
    return [name, ask(`v${at}`, { text })] as const
  })
  const ways = names.flatMap((name, at) => [
    `${name}.answered > n${(at + 1) % count}`,
    `${name}.no_reply > n${(at * 31 + 7) % count}`,
  ])
  return drawnFlow({ start: start('hola'), ...Object.fromEntries(nodes) }, ['start.next > n0', ...ways])
}

function slowTest(): { flow: Flow; kept: FlowTest } {
  const flow = drawnFlow({ start: start('hola'), code: ask('code', { answer: 'pattern', pattern: PATTERN }) }, [
    'start.next > code',
    'code.failed > code',
  ])
  const says = (text: string): FlowTest['acts'][number] => ({
    ...{ kind: 'say', said: { text, choiceId: null, media: [], place: null } },
  })
  const acts = [says('hola'), ...Array.from({ length: 199 }, (_, index) => says(`${'a'.repeat(250)}${index}`))]
  const setup = { name: '', language: null, startsAt: '2026-03-02T09:00:00Z', seed: 1 }
  return { flow, kept: { id: 'long', name: 'Long', setup, acts, lines: [] } }
}

/** The longest that anybody else had to wait for their turn meanwhile, in milliseconds. */
async function longestWait(work: Promise<unknown>): Promise<number> {
  let longest = 0
  let before = performance.now()
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - before)
    before = performance.now()
  }, 1)
  await work.finally(() => clearInterval(ticking))
  return longest
}

test('nobody waits for the largest drawing to be checked, nor for the longest test', async () => {
  const town = sampleTown()
  const small = drawnFlow({ start: start('hola'), bye: say('Adéu') }, ['start.next > bye'])
  await checks.problems(small, town, []) // the thread has begun
  const { flow, kept } = slowTest()
  const begun = performance.now()
  const work = Promise.all([checks.problems(hostile(4_000), town, []), checks.failing(flow, town, [], [kept])])
  const waited = await longestWait(work)
  const [problems, failing] = await work
  expect(problems.length).toBeGreaterThan(1_000)
  expect(failing.map(({ id }) => id)).toEqual(['long'])
  expect(waited).toBeLessThan((performance.now() - begun) / 3)
})

test('what takes too long is given up as too large, and what comes next is checked', async () => {
  const town = sampleTown()
  const { flow, kept } = slowTest()
  const tests = Array.from({ length: 200 }, () => kept)
  await expect(hasty.failing(flow, town, [], tests)).rejects.toMatchObject({ code: 'too_large' })
  const small = drawnFlow({ start: start('hola') }, [])
  expect((await hasty.problems(small, town, [])).map(({ code }) => code)).toContain('exit_unconnected')
})

test('a town that asks for much waits its turn, and is refused at last', async () => {
  const [town, other] = [sampleTown('vila'), sampleTown('poble')]
  const flow = drawnFlow({ start: start('hola') }, [])
  const order: string[] = []
  const asked = (own: typeof town) => checks.problems(flow, own, []).then(() => order.push(own.key))
  const work = [asked(town), asked(town), asked(town), asked(other)]
  await Promise.all(work)
  expect(order).toEqual(['vila', 'poble', 'vila', 'vila'])
  const many = Array.from({ length: 9 }, () => checks.problems(flow, town, []))
  const refused = (await Promise.allSettled(many)).filter(({ status }) => status === 'rejected')
  expect(refused).toEqual(
    refused.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'too_many' }) })),
  )
  expect(refused.length).toBeGreaterThan(0)
})
