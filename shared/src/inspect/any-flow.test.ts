import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnFlow } from '../../../test/drawn-flow.ts'
import { largeFlow } from '../../../test/large-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Flow } from '../flow.ts'
import { interfaceLanguages } from '../language.ts'
import { nodeTypes } from '../nodes/index.ts'
import { type Drawing, drawingOf } from './drawing.ts'
import { flowsOf } from './flows.ts'
import { describeProblem, inspect } from './index.ts'
import { rules } from './inspect.ts'

const town = sampleTown()

describe('any drawing', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const texts = fc.constantFrom(
    '',
    'Hola',
    '{{x}}',
    '{{',
    '{{row.y|default:"z"}}',
    '{{a|nothing}}',
    'DNI?',
    'baixa',
    'x'.repeat(5_000),
  )
  const text = fc.dictionary(fc.constantFrom('ca', 'es', 'it'), texts)
  const name = fc.constantFrom('x', 'y', 'constructor', 'toString')
  const trigger = fc.oneof(
    fc.record({
      kind: fc.constant('keyword'),
      words: fc.dictionary(fc.constantFrom('ca', 'es'), fc.array(texts)),
      mode: fc.constantFrom('exact', 'begins_with', 'any_word'),
      saveRestAs: fc.option(name),
    }),
    fc.constant({ kind: 'first_message' }),
  )
  const piece: fc.Arbitrary<unknown> = fc.oneof(
    text,
    ids,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    name,
    fc.array(
      fc.record({
        id: ids,
        label: text,
        description: text,
        synonyms: fc.dictionary(fc.constantFrom('ca'), fc.array(texts)),
      }),
    ),
    fc.array(
      fc.record({
        id: ids,
        label: text,
        match: fc.constantFrom('all', 'any'),
        rules: fc.array(
          fc.record({ value: name, operator: fc.constantFrom('is', 'is_set', 'has_label'), operand: texts }),
        ),
      }),
    ),
    fc.array(trigger),
    fc.anything({ maxDepth: 2 }),
  )
  const types = fc.constantFrom(...nodeTypes.map(({ type }) => type), 'hologram')
  const configOf = (type: string): fc.Arbitrary<Record<string, unknown>> => {
    const blank = Object(nodeTypes.find(one => one.type === type)?.blank)
    const changed = fc.record(
      Object.fromEntries(Object.keys(blank).map(key => [key, fc.oneof(fc.constant(blank[key]), piece)])),
    )
    return fc.oneof(changed, changed, fc.dictionary(fc.string(), fc.anything()))
  }
  const flowNode = types.chain(type =>
    fc.record({
      id: ids,
      type: fc.constant(type),
      position: fc.constant({ x: 0, y: 0 }),
      name: fc.option(fc.string(), { nil: undefined }),
      config: configOf(type),
    }),
  )
  const exits = fc.constantFrom('next', 'a', 'b', 'other', 'answered', 'returned', 'accepted', 'toString')
  const anyFlow: fc.Arbitrary<Flow> = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c'),
      languages: fc.constantFrom<Flow['languages'][]>(['ca'], ['ca', 'es'], ['it', 'it']),
      nodes: fc.array(flowNode, { maxLength: 8 }),
      edges: fc.array(fc.record({ id: ids, from: ids, exit: exits, to: ids }), { maxLength: 16 }),
      mainMenu: fc.option(ids),
    })
    .map(({ mainMenu, nodes, ...drawn }) => ({
      ...drawnFlow({}, []),
      ...drawn,
      nodes: nodes.map(({ name, ...rest }) => (name === undefined ? rest : { ...rest, name })),
      settings: { staleTap: 'follow', mergeTexts: true, mainMenu },
    }))

  test('is inspected without a throw, twice alike, and told in every language', () => {
    fc.assert(
      fc.property(anyFlow, fc.array(anyFlow, { maxLength: 3 }), (flow, others) => {
        const problems = inspect(flow, town, others)
        expect(inspect(structuredClone(flow), town, structuredClone(others))).toEqual(problems)
        for (const language of interfaceLanguages) {
          for (const problem of problems) expect(describeProblem(problem, language).length).toBeGreaterThan(20)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('a large drawing', () => {
  /** How often the rules look at a node of the drawing. */
  function looks(flow: Flow): number {
    let count = 0
    const counting = <Value>(map: ReadonlyMap<string, Value>) =>
      new (class extends Map<string, Value> {
        override get(key: string) {
          count++
          return super.get(key)
        }
      })(map)
    const drawing = drawingOf(flow)
    const counted: Drawing = {
      ...drawing,
      places: counting(drawing.places),
      steps: counting(drawing.steps),
      ways: counting(drawing.ways),
      edges: counting(drawing.edges),
    }
    for (const rule of rules) rule({ flow, drawing: counted, town, flows: flowsOf([]) })
    return count
  }

  test('of twice the size takes about twice the looks', () => {
    const [thousand, twoThousand] = [looks(largeFlow(1_000)), looks(largeFlow(2_000))]
    expect(twoThousand / thousand).toBeLessThan(2.1)
    expect(thousand).toBeLessThan(60 * 1_000)
  })

  test('has only the problems it has', () => {
    const codes = inspect(largeFlow(1_000), town, []).map(({ code }) => code)
    expect(codes).toEqual(['no_person', 'variable_maybe_unset', 'variable_maybe_unset'])
  })
})
