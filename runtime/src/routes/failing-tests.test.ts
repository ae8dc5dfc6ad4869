import type { FlowTest } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { ask, drawnFlow, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import { createFailingTests } from './failing-tests.ts'

const SLOW = '(((a|a)*)*)*'.repeat(41) // linear in the answer, but there are many states

test('others have their turn while one long test runs', async () => {
  const flow = drawnFlow({ start: start('hola'), code: ask('code', { answer: 'pattern', pattern: SLOW }) }, [
    'start.next > code',
    'code.failed > code',
  ])
  const says = (text: string): FlowTest['acts'][number] => ({
    ...{ kind: 'say', said: { text, choiceId: null, media: [], place: null } },
  })
  const acts = [says('hola'), ...Array.from({ length: 199 }, (_, index) => says(`${'a'.repeat(250)}${index}`))]
  const setup = { name: '', language: null, startsAt: '2026-03-02T09:00:00Z', seed: 1 }
  const kept = { id: 'long', name: 'Long', setup, acts, lines: [], changedBy: 'Seed', changedAt: '' }
  const failing = createFailingTests({
    flows: { publishedFlows: async () => [] },
    flowTests: { list: async () => [kept] },
    towns: { get: async () => sampleTown() },
  })
  let turns = 0
  let isRunning = true
  const others = () => {
    turns += 1
    if (isRunning) setImmediate(others)
  }
  setImmediate(others)
  const begun = performance.now()
  const found = await failing('vila', flow)
  isRunning = false
  expect(found.map(({ id }) => id)).toEqual(['long'])
  expect(turns).toBeGreaterThan((performance.now() - begun) / 100)
})
