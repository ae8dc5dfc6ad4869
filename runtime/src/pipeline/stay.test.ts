import {
  compile,
  converse,
  type Flow,
  type FlowNode,
  type Input,
  newContact,
  newSession,
  nodeDefinition,
  replyOf,
  type TownFlows,
} from '@pregoner/shared'
import { expect, test } from 'vitest'
import { sampleTown } from '../../../test/sample-town.ts'
import { smallFlow } from '../../../test/small-flow.ts'
import type { EndedStay } from '../stores/event-store.ts'
import { type Stay, stayAfter } from './stay.ts'

const node = (id: string, type: string, config: object): FlowNode => ({
  ...{ id, type, position: { x: 0, y: 0 }, config: { ...nodeDefinition(type)?.blank, ...config } },
})
const option = (id: string, ca: string) => ({ id, label: { ca }, description: {}, synonyms: {} })
const keyword = { kind: 'keyword', words: { ca: ['hola'] }, mode: 'exact', saveRestAs: null }

/** hola → topic: parks → name → end (which asks for a mark); its time runs out → again, which asks once more. */
const flow: Flow = {
  ...smallFlow('main'),
  nodes: [
    node('start', 'start', { triggers: [keyword] }),
    node('topic', 'menu', { text: { ca: 'Què?' }, options: [option('parks', 'Parcs')], waitMinutes: 60 }),
    node('again', 'menu', { text: { ca: 'Encara hi sou?' }, options: [option('yes', 'Sí, hi soc')], waitMinutes: 60 }),
    node('name', 'question', { text: { ca: 'Com us dieu?' }, waitMinutes: 60 }),
    node('end', 'end', { text: { ca: 'Gràcies' }, asksRating: true, waitMinutes: 60 }),
  ],
  edges: [
    { id: 'e1', from: 'start', exit: 'next', to: 'topic' },
    { id: 'e2', from: 'topic', exit: 'parks', to: 'name' },
    { id: 'e3', from: 'topic', exit: 'no_reply', to: 'again' },
    { id: 'e4', from: 'again', exit: 'yes', to: 'topic' },
    { id: 'e5', from: 'name', exit: 'answered', to: 'end' },
  ],
}
const compiled = compile({ flowId: 'main', version: 1, flow, subflows: [] }, sampleTown())
const flows: TownFlows = { town: sampleTown(), published: [compiled], version: () => compiled }

/** Plays lines like `hola`, or `@30` for minutes that pass until the timer rings, and tells every stay that ended. */
function play(lines: readonly string[]): { ended: EndedStay[]; at: Stay['at'] } {
  let session = newSession(newContact(), 1)
  let at: Stay['at'] = null
  let now = new Date('2026-11-23T10:00:00Z')
  const ended: EndedStay[] = []
  for (const [index, line] of lines.entries()) {
    const minutes = /^@(\d+)(!?)$/.exec(line)
    now = new Date(now.getTime() + (minutes ? Number(minutes[1]) * 60_000 : 1_000))
    if (minutes && minutes[2] === '') continue
    const input: Input = minutes
      ? { kind: 'timeout', turn: session.wait?.turn ?? 0 }
      : replyOf({ messageId: `m${index}`, text: line })
    const before = { session, at }
    const advance = converse(flows, session, input, now)
    const stay = stayAfter({ before, advance, input, now, flows })
    session = advance.session
    at = stay.at
    if (stay.ended) ended.push(stay.ended)
  }
  return { ended, at }
}

test('an answer ends a stay, with its exit, its rule and the time it took', () => {
  const { ended, at } = play(['hola', '@2', 'parcs'])
  expect(ended).toEqual([
    { flowId: 'main', node: 'topic', end: 'answered', exit: 'parks', rule: 'label', seconds: 120 },
  ])
  expect(at).toEqual({ flowId: 'main', version: 1, node: 'name', since: new Date('2026-11-23T10:02:02Z') })
})

test('answers that are not understood prolong it', () => {
  const { ended, at } = play(['hola', '@5', 'eh?'])
  expect(ended).toEqual([])
  expect(at?.since).toEqual(new Date('2026-11-23T10:00:01Z'))
})

test.each([
  ['the time runs out and nothing is asked any more', ['hola', 'parcs', '@60!'], 'name', 'left', 'no_reply'],
  ['the time runs out and something else is asked', ['hola', '@60!'], 'topic', 'no_reply', 'no_reply'],
  ['a word of the whole channel stops it all', ['hola', 'baixa'], 'topic', 'left', null],
  ['a keyword leads away', ['hola', 'parcs', 'Joan', 'hola'], 'end', 'elsewhere', null],
  ['nobody gives a mark at the end', ['hola', 'parcs', 'Joan', '@60!'], 'end', 'no_reply', null],
])('%s', (_what, lines, where, end, exit) => {
  expect(play(lines).ended.at(-1)).toMatchObject({ node: where, end, exit })
})

test('coming back to a step begins another stay', () => {
  const { ended, at } = play(['hola', '@60!', '@3', 'sí, hi soc'])
  expect(ended.map(({ node: where, end }) => [where, end])).toEqual([
    ['topic', 'no_reply'],
    ['again', 'answered'],
  ])
  expect(at?.node).toBe('topic')
  expect(at?.since).toEqual(new Date('2026-11-23T11:03:02Z'))
})

test('seconds come to two digits', () => {
  expect(play(['hola', '@48', 'parcs']).ended[0]?.seconds).toBe(2_900)
})

test('a place without a known beginning has no time', () => {
  const stay = stayAfter({
    before: {
      session: {
        ...newSession(newContact(), 1),
        status: 'waiting',
        flowId: 'main',
        flowVersion: 1,
        frames: [{ flowId: 'main', node: 'topic' }],
        wait: { kind: 'reply', node: 'topic', turn: 1, dueAt: null, attempts: 0, memory: null },
      },
      at: { flowId: 'main', version: 1, node: 'topic' },
    },
    advance: { session: { ...newSession(newContact(), 1), status: 'ended' }, effects: [], trace: [] },
    input: null,
    now: new Date(),
    flows,
  })
  expect(stay).toMatchObject({ at: null, ended: { end: 'elsewhere', seconds: null } })
})
