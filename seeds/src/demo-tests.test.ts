import { type Act, lineText, runFlowTest, simulate, simulatedFlows, toldLines } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { demoTowns } from './index.ts'

const now = new Date('2026-11-23T09:00:00Z')
const DAYS_LATER = 75 // the tables hold other rows by then
const DAY_MS = 86_400_000
const setup = { name: 'Joana', language: null, startsAt: now.toISOString(), seed: 1 }
const towns = demoTowns(now)
const later = demoTowns(new Date(now.getTime() + DAYS_LATER * DAY_MS))

describe.each(towns.map(demo => [demo.town.key, demo] as const))('the tests of the demo town %s', (key, demo) => {
  const { tests = [], flows, town } = demo
  const played = tests.map(one => {
    const flow = flows.find(({ id }) => id === one.flowId)
    if (!flow) throw new Error(`no flow ${one.flowId}`)
    const acts = one.says.map((text): Act => ({ kind: 'say', said: { text, choiceId: null, media: [], place: null } }))
    return { ...one, flow, acts, ...simulate(simulatedFlows(flow, flows, town), setup, acts) }
  })

  test('are a few, and every drawing has one', () => {
    expect(new Set(tests.map(({ flowId }) => flowId))).toEqual(new Set(flows.map(({ id }) => id)))
    expect(tests.length).toBeGreaterThan(3)
  })

  test.each(played.map(one => [one.id, one] as const))('%s goes through the drawing it is a test of', (_id, one) => {
    expect(one.passages.some(({ flowId }) => flowId === one.flowId)).toBe(true)
    const lines = toldLines(one.lines).map(lineText)
    expect(lines.filter(line => /^= (failed|no_subflow|unfinished|circle)/.test(line))).toEqual([])
  })

  test.each(played.map(one => [one.id, one] as const))('%s does not depend on what the tables say', (_id, one) => {
    const other = later.find(town => town.town.key === key)
    const flow = other?.flows.find(({ id }) => id === one.flowId)
    if (!other || !flow) throw new Error('the town is gone')
    const kept = { setup, acts: one.acts, lines: toldLines(one.lines) }
    const result = runFlowTest(simulatedFlows(flow, other.flows, other.town), kept)
    expect(result.hasPassed ? null : result).toBeNull()
  })
})
