import { demoTowns } from '@pregoner/seeds'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Flow, FlowNode } from '../../flow.ts'
import { fixProblem, inspect, type Problem } from '../index.ts'

/** What is wrong, by code and place; the same fault twice is there twice. */
const told = ({ code, node, field, values: { language } }: Problem) =>
  [code, node, field, language].filter(Boolean).join(' ')

/** Problems of `after` that were not there `before`. */
function fresh(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const left = before.map(told)
  return after.filter(problem => {
    const at = left.indexOf(told(problem))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Ways to spoil a drawing, as officers do. */
const spoils: Record<string, (flow: Flow, at: number) => Flow> = {
  'a line taken away': (flow, at) => ({
    ...flow,
    edges: flow.edges.filter((_, index) => index !== at % flow.edges.length),
  }),
  'a step deleted, its lines left': (flow, at) => ({
    ...flow,
    nodes: flow.nodes.filter(({ type }, index) => index !== at % flow.nodes.length || type === 'start'),
  }),
  'a line doubled': (flow, at) => {
    const line = flow.edges[at % flow.edges.length]
    return line
      ? { ...flow, edges: [...flow.edges, { ...line, to: flow.nodes[at % flow.nodes.length]?.id ?? line.to }] }
      : flow
  },
  'a language added': flow => ({ ...flow, languages: [...new Set([...flow.languages, 'en' as const, 'it' as const])] }),
  'a consent gone by': (flow, at) => {
    const consents = new Set(flow.nodes.filter(({ type }) => type === 'consent').map(({ id }) => id))
    const onwards = flow.edges.find(({ from, exit }) => consents.has(from) && exit === 'accepted')
    const lines = flow.edges.filter(({ to }) => consents.has(to))
    const line = lines[at % Math.max(1, lines.length)]
    return { ...flow, edges: flow.edges.map(edge => (edge === line && onwards ? { ...edge, to: onwards.to } : edge)) }
  },
  'a value misspelt': (flow, at) => spoilText(flow, at, words => words.replace(/\{\{([\w.]+)/, '{{$1s')),
  'braces left open': (flow, at) => spoilText(flow, at, words => `${words} {{nom`),
  'data in every text': (flow, at) => spoilText(flow, at, words => `${words} {{town.name}}`),
  'a text left empty': (flow, at) =>
    spoilText(flow, at, (words, language) => (language === flow.defaultLanguage ? words : '')),
  'the main menu lost': flow => ({ ...flow, settings: { ...flow.settings, mainMenu: 'gone' } }),
  'a start deleted': flow => ({ ...flow, nodes: flow.nodes.filter(({ type }) => type !== 'start') }),
  'another default language': flow => ({ ...flow, defaultLanguage: 'eu' }),
}

const isText = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && 'ca' in value && typeof value.ca === 'string'

/** One step whose texts are written anew, wherever they are in its config. */
function spoilText(flow: Flow, at: number, write: (words: string, language: string) => string): Flow {
  const walk = (value: unknown): unknown => {
    if (isText(value))
      return Object.fromEntries(Object.entries(value).map(([code, words]) => [code, write(words, code)]))
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
  }
  const spoilt = at % flow.nodes.length
  const changed = (node: FlowNode): FlowNode => ({ ...node, config: Object(walk(node.config)) })
  return { ...flow, nodes: flow.nodes.map((node, index) => (index === spoilt ? changed(node) : node)) }
}

describe('every fix of a spoilt town flow', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  const all = Object.fromEntries(
    demoTowns(now).flatMap(demo => demo.flows.map(flow => [`${demo.town.key} ${flow.id}`, { ...demo, flow }])),
  )

  test('mends its problem and makes no new error', () => {
    let mendedOnes = 0
    const faults = fc.array(fc.tuple(fc.constantFrom(...Object.keys(spoils)), fc.nat(500)), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(all)), faults, (name, chosen) => {
        const { town, flows, flow } = all[name] as (typeof all)[string]
        const others = flows.filter(other => other !== flow)
        const spoilt = chosen.reduce((drawn, [name, at]) => spoils[name]?.(drawn, at) ?? drawn, flow)
        const before = inspect(spoilt, town, others)
        const mendable = before.filter(({ fix }) => fix !== null)
        // One problem of each fix; the others of its kind are mended alike.
        const samples = [...new Map(mendable.map(problem => [`${problem.fix} ${problem.code}`, problem])).values()]
        for (const problem of samples) {
          mendedOnes++
          const mended = fixProblem(spoilt, problem, town, others)
          if (!mended) throw new Error(`${told(problem)} is not mended`)
          const after = inspect(mended, town, others)
          expect(
            after.filter(one => told(one) === told(problem)).length,
            `${problem.fix}: ${told(problem)}`,
          ).toBeLessThan(before.filter(one => told(one) === told(problem)).length)
          const added = fresh(before, after).filter(({ severity }) => severity === 'error')
          expect(added.map(one => `${problem.fix}: ${told(one)}`)).toEqual([])
        }
      }),
      { numRuns: 30 },
    )
    expect(mendedOnes).toBeGreaterThan(20)
  })
})
