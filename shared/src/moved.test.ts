import { describe, expect, test } from 'vitest'
import { ask, drawnFlow, menu, node, say, start } from '../../test/drawn-flow.ts'
import { sampleTown } from '../../test/sample-town.ts'
import { compile } from './compile.ts'
import { newContact } from './contact.ts'
import { converse, type TownFlows } from './conversation.ts'
import type { Effect } from './effect.ts'
import type { Flow } from './flow.ts'
import { type Input, type InputOf, replyOf } from './input.ts'
import { newSession, type Session } from './session.ts'

const town = sampleTown()
const now = new Date('2026-03-02T09:00:00Z')

const before = drawnFlow(
  { start: start('hola'), name: ask('nom', { answer: 'text' }), what: ask('que'), bye: say('Gràcies') },
  ['start.next > name', 'name.answered > what', 'what.answered > bye'],
)
const after: Flow = drawnFlow(
  {
    start: start('hola'),
    name: ask('nom', { answer: 'text' }),
    topics: menu(['Carrers', 'Arbres']),
    bye: say('Gràcies, {{nom}}'),
  },
  ['start.next > name', 'name.answered > topics', 'topics.a > bye', 'topics.b > bye'],
)

const flowsOf = (published: Flow[], version: number, older: Flow[] = []): TownFlows => {
  const compiled = published.map(flow => compile({ flowId: flow.id, version, flow, subflows: older }, town))
  const first = compile({ flowId: before.id, version: 1, flow: before, subflows: older }, town)
  const all = [first, ...compiled]
  return {
    town,
    published: compiled,
    version: (id, number) => all.find(one => one.id === id && one.version === number),
  }
}

const said = (effects: readonly Effect[]) =>
  effects.flatMap(effect => (effect.kind === 'send_message' ? [effect.message.text] : []))
const says = (text: string): Input => replyOf({ messageId: `m-${text}`, text })

function played(
  flows: TownFlows,
  inputs: Input[],
  from = newSession(newContact(), 1),
): { session: Session; said: string[] } {
  return inputs.reduce<{ session: Session; said: string[] }>(
    ({ session }, input) => {
      const advance = converse(flows, session, input, now)
      return { session: advance.session, said: said(advance.effects) }
    },
    { session: from, said: [] },
  )
}

const old = flowsOf([before], 1)
const fresh = flowsOf([after], 2)
const waiting = played(old, [says('hola'), says('Núria')]).session
const moved = (more: Partial<InputOf<'moved'>> = {}): Input => ({
  kind: 'moved',
  flowId: 'main',
  from: 1,
  node: 'what',
  version: 2,
  to: 'topics',
  ...more,
})

test('whoever is moved goes on at the step of the new version, with what they have answered', () => {
  const there = played(fresh, [moved()], waiting)
  expect(there.said).toEqual(['Què vols fer?'])
  expect(there.session).toMatchObject({ flowVersion: 2, status: 'waiting', answers: { nom: 'Núria' } })
  const end = played(fresh, [says('Arbres')], there.session)
  expect(end.said).toEqual(['Gràcies, Núria'])
})

test('whoever begins again hears why, and forgets what they answered', () => {
  const there = played(fresh, [moved({ to: null })], waiting)
  expect(there.said).toEqual([expect.stringContaining('Hem millorat aquest canal'), 'Digues.'])
  expect(there.session).toMatchObject({ flowVersion: 2, answers: {}, wait: { node: 'name' } })
})

test('when the flow is withdrawn they hear so, and wait no more', () => {
  const there = played(flowsOf([], 2), [moved({ version: null, to: null })], waiting)
  expect(there.said).toEqual([expect.stringContaining('ja no es fa per aquí')])
  expect(there.session).toMatchObject({ status: 'ended', wait: null, frames: [] })
})

test.each([
  ['who has gone on to another step', played(old, [says('Un forat')], waiting).session, moved()],
  ['who waits at another step', played(old, [says('hola')]).session, moved()],
  ['who is in another version', waiting, moved({ from: 7 })],
  ['who is in another flow', waiting, moved({ flowId: 'other' })],
  ['when the version cannot be found', waiting, moved({ version: 9 })],
])('nothing happens to somebody %s', (_who, session, input) => {
  const there = played(fresh, [input], session)
  expect(there).toEqual({ session, said: [] })
})

test('a move told twice moves once', () => {
  const once = played(fresh, [moved()], waiting)
  const twice = played(fresh, [moved()], once.session)
  expect(twice).toEqual({ session: once.session, said: [] })
})

test('a late timer of the step they have left changes nothing', () => {
  const there = played(fresh, [moved()], waiting)
  const late = played(fresh, [{ kind: 'timeout', turn: waiting.wait?.turn ?? 0 }], there.session)
  expect(late).toEqual({ session: there.session, said: [] })
})

test('a step that is not there any more is begun again instead', () => {
  const there = played(fresh, [moved({ to: 'nowhere' })], waiting)
  expect(there.session.wait?.node).toBe('name')
})

describe('a consent is not passed by being moved', () => {
  const legal = node('consent', { text: { ca: 'Llei' }, purpose: 'service', version: '2' })
  const strict = drawnFlow(
    { start: start('hola'), legal, name: ask('nom', { answer: 'text' }), topics: menu(['Carrers']) },
    ['start.next > legal', 'legal.accepted > name', 'name.answered > topics'],
  )
  const consent = { purpose: 'service', accepted: true, at: now.toISOString(), messageId: 'm' }
  const withConsent = (version: string): Session => ({
    ...waiting,
    contact: { ...waiting.contact, consents: [{ ...consent, version }] },
  })
  test.each([
    ['never given', waiting, 'legal'],
    ['given to an older text', withConsent('1'), 'legal'],
    ['given', withConsent('2'), 'topics'],
  ])('%s', (_name, session, node) => {
    expect(played(flowsOf([strict], 2), [moved()], session).session.wait?.node).toBe(node)
  })
})

describe('inside a sub-flow', () => {
  const inner = { ...drawnFlow({ start: start('x'), inside: ask('dins') }, ['start.next > inside']), id: 'inner' }
  const caller = drawnFlow({ start: start('hola'), call: node('subflow', { flowId: 'inner' }), bye: say('Gràcies') }, [
    'start.next > call',
    'call.returned > bye',
  ])
  const flows: TownFlows = {
    town,
    published: [compile({ flowId: 'main', version: 2, flow: after, subflows: [] }, town)],
    version: (_id, number) =>
      number === 1
        ? compile({ flowId: 'main', version: 1, flow: caller, subflows: [inner] }, town)
        : compile({ flowId: 'main', version: 2, flow: after, subflows: [] }, town),
  }
  const first = {
    ...flows,
    published: [compile({ flowId: 'main', version: 1, flow: caller, subflows: [inner] }, town)],
  }
  const { session } = played(first, [says('hola')])

  test('people count as waiting at the step that runs it, and can be moved from there', () => {
    expect([session.frames.length, session.wait?.node]).toEqual([2, 'inside'])
    expect(played(flows, [moved({ node: 'inside' })], session).session).toEqual(session)
    const there = played(flows, [moved({ node: 'call' })], session).session
    expect(there).toMatchObject({
      flowVersion: 2,
      wait: { node: 'topics' },
      frames: [{ flowId: 'main', node: 'topics' }],
    })
  })

  test('whom nobody moves goes on inside and comes back to the old version', () => {
    expect(played(flows, [says('Resposta')], session).said).toEqual(['Gràcies'])
  })
})

describe('whoever talks with people, or waits for a service, is not asked for it a second time', () => {
  const people = node('department_route', { departmentId: 'carrers', mode: 'dialogue', summary: { ca: 'Un forat' } })
  const call = node('http_request', { method: 'POST', url: 'https://api.vila.example/x', body: '{}' })
  const drawn = (busy: typeof people, bye: string) =>
    drawnFlow({ start: start('hola'), busy, bye: say(bye) }, [
      'start.next > busy',
      'busy.closed > bye',
      'busy.success > bye',
    ])
  const inVersions = (busy: typeof people): TownFlows => {
    const both = [drawn(busy, 'Gràcies'), drawn(busy, 'Adéu')].map((flow, index) =>
      compile({ flowId: 'main', version: index + 1, flow, subflows: [] }, town),
    )
    return { town, published: both.slice(-1), version: (_id, number) => both[number - 1] }
  }
  const oldOnly = (flows: TownFlows): TownFlows => ({
    ...flows,
    published: [flows.version('main', 1)].flatMap(v => v ?? []),
  })

  test.each([
    ['a dialogue', people],
    ['a call', call],
  ])('%s goes on in the new version', (_name, busy) => {
    const flows = inVersions(busy)
    const { session } = played(oldOnly(flows), [says('hola')])
    const told = converse(flows, session, moved({ node: 'busy', to: 'busy' }), now)
    expect(told.effects).toEqual([])
    expect(told.session).toMatchObject({ flowVersion: 2, wait: session.wait })
  })

  test.each([
    ['begin again', moved({ node: 'busy', to: null })],
    ['hear that the flow is withdrawn', moved({ node: 'busy', version: null, to: null })],
  ])('they do not %s before it has ended', (_name, input) => {
    const flows = inVersions(people)
    const { session } = played(oldOnly(flows), [says('hola')])
    expect(converse(flows, session, input, now)).toMatchObject({ session, effects: [] })
  })
})
