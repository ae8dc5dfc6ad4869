import { describeProblem, inspect, nodeDefinition, townData } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { demoTowns } from './index.ts'

const now = new Date('2026-11-23T09:00:00Z')

// How large a card is drawn, about.
const CARD_WIDTH = 260
const CARD_HEIGHT = 116
const EXIT_HEIGHT = 32

describe.each(demoTowns(now).map(demo => [demo.town.key, demo] as const))('the demo town %s', (_key, demo) => {
  test('is a town', () => {
    const parsed = townData.safeParse(demo.town)
    expect(parsed.error?.issues ?? []).toEqual([])
  })

  test('has an administrator, an officer and one agent for each department', () => {
    const agents = demo.people.filter(({ role }) => role === 'agent')
    expect(agents.map(({ departments }) => departments)).toEqual(demo.town.departments.map(({ id }) => [id]))
    expect(new Set(demo.people.map(({ key }) => key)).size).toBe(demo.people.length)
    expect(demo.people.filter(({ role }) => role !== 'agent').map(({ role }) => role)).toEqual([
      'administrator',
      'officer',
    ])
  })

  test.each(demo.flows.map(flow => [flow.id, flow] as const))(
    'has a drawing the checker finds nothing in: %s',
    (id, flow) => {
      const others = demo.flows.filter(other => other.id !== id)
      const problems = inspect(flow, demo.town, others)
      expect(problems.map(problem => `${problem.node}: ${describeProblem(problem, 'en')}`)).toEqual([])
    },
  )

  test.each(demo.flows.map(flow => [flow.id, flow] as const))(
    'has steps that do not lie on each other: %s',
    (_id, flow) => {
      const steps = flow.nodes.filter(({ type }) => nodeDefinition(type)?.family !== 'canvas')
      const heightOf = ({ type, config }: (typeof steps)[number]) =>
        CARD_HEIGHT + (nodeDefinition(type)?.exits(config).length ?? 0) * EXIT_HEIGHT
      const isOn = (one: (typeof steps)[number], other: (typeof steps)[number]) =>
        Math.abs(one.position.x - other.position.x) < CARD_WIDTH &&
        one.position.y < other.position.y + heightOf(other) &&
        other.position.y < one.position.y + heightOf(one)
      const pairs = steps.flatMap((one, index) =>
        steps
          .slice(index + 1)
          .filter(other => isOn(one, other))
          .map(other => [one.id, other.id]),
      )
      expect(pairs).toEqual([])
    },
  )
})
