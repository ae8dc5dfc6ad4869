import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleTown } from '../../../../test/sample-town.ts'
import { compile } from '../../compile.ts'
import { newContact } from '../../contact.ts'
import { emptyFlow } from '../../flow.ts'
import { sceneOf } from '../../scene.ts'
import { newSession } from '../../session.ts'
import { condition, type Operator, operators, type Rule } from '../condition.ts'
import { neverHolding } from './never-holds.ts'

const rule = (value: string, operator: Operator, operand = ''): Rule => ({ value, operator, operand })
const all = (...rules: Rule[]) => ({ match: 'all' as const, rules })
const any = (...rules: Rule[]) => ({ match: 'any' as const, rules })

describe('a branch is never taken', () => {
  const barri = rule('barri', 'is', 'Centre')
  test.each<[string, Parameters<typeof neverHolding>[0], number[]]>([
    ['when the same one comes before', [all(barri), all(rule('barri', 'is', 'Centre'))], [1]],
    ['when a wider one comes before', [all(rule('barri', 'is_set')), all(barri)], [1]],
    [
      'when one of its rules is enough for an earlier one',
      [any(barri, rule('x', 'is_set')), all(barri, rule('y', 'is', '1'))],
      [1],
    ],
    [
      'when each of its rules is enough for an earlier one',
      [any(barri, rule('x', 'is_set')), any(barri, rule('x', 'is', '2'))],
      [1],
    ],
    [
      'when its rules contradict each other',
      [all(barri, rule('barri', 'is', 'Nord')), all(barri, rule('barri', 'is_not_set'))],
      [0, 1],
    ],
    ['unless the earlier one is narrower', [all(barri), all(rule('barri', 'is_set'))], []],
    ['unless they look at different values', [all(rule('a', 'is_set')), all(rule('b', 'is', '1'))], []],
    ['unless it has no rules, which is told elsewhere', [all(), all()], []],
  ])('%s', (_name, branches, places) => {
    expect(neverHolding(branches)).toEqual(places)
  })

  test('whatever the answers are', () => {
    const operand = fc.constantFrom('', 'centre', 'Centre', 'cent', 'nord', '1', '2')
    const anyRule = fc.record({ value: fc.constantFrom('a', 'b'), operator: fc.constantFrom(...operators), operand })
    const branches = fc.array(
      fc.record({
        match: fc.constantFrom('all' as const, 'any' as const),
        rules: fc.array(anyRule, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    const value = fc.option(fc.constantFrom('centre', 'Centre', 'centre nord', 'nord', '1', '2', ''), { nil: null })
    const flow = compile({ flowId: 'f', version: 1, flow: emptyFlow('f', 'F', ['ca']), subflows: [] }, sampleTown())
    const labels = fc.subarray(['centre', 'nord', '1'])
    fc.assert(
      fc.property(branches, fc.dictionary(fc.constantFrom('a', 'b'), value), labels, (drawn, answers, own) => {
        const contact = { ...newContact(), labels: own, subscriptions: own }
        const session = { ...newSession(contact, 1), answers }
        const scene = sceneOf(flow, session, { node: 'n', now: new Date(0), wait: null, draw: () => 0 })
        const named = drawn.map((branch, at) => ({ ...branch, id: `b${at}`, label: {} }))
        const { exit } = condition.enter({ branches: named }, scene)
        expect(neverHolding(drawn).map(at => `b${at}`)).not.toContain(exit)
      }),
      { numRuns: 3_000 },
    )
  })
})
