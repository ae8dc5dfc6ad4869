import type { IncidentDetail } from '@pregoner/shared'
import { incidentDetail } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { pothole } from '../../../test/sample-town.ts'
import { handOver } from '../incidents/hand-over.ts'

let api: TestApi
let officer: Client
let roads: Client
let isDown = false
const origin = {
  convId: 'vila:c',
  channelId: 'vila',
  channelKind: 'whatsapp' as const,
  contactName: null,
  windowEndsAt: null,
}

const inputs: { convId: string; inputId: string; input: unknown }[] = []
beforeAll(async () => {
  api = await startTestApi({
    receiveOfficerInput: async (convId, inputId, input) => {
      if (isDown) throw new Error('the process died here')
      if (!inputs.some(each => each.inputId === inputId)) inputs.push({ convId, inputId, input })
    },
  })
  officer = await api.signedIn('officer@vila.example')
  roads = await api.signedIn('roads@vila.example')
}, 60_000)
afterAll(() => api.close())

let made = 0
async function opened(
  more: Parameters<typeof pothole>[0] = {},
): Promise<{ id: string; path: string; reference: string }> {
  made += 1
  const id = `vila:c:${made}:0`
  const { summary } = await api.deps.incidents.openIncident(
    'vila',
    id,
    origin,
    pothole({ reference: `R-${made}`, ...more }),
    new Date(),
  )
  return { id, path: `/towns/vila/incidents/${id}`, reference: summary.reference }
}
const story = ({ entries }: IncidentDetail) => entries.map(({ kind, text, status }) => [kind, text, status])
const inputsOf = (reference: string) => inputs.filter(({ input }) => JSON.stringify(input).includes(`"${reference}"`))

test('an answer is in the story at once and goes to the conversation once', async () => {
  const { path, reference } = await opened()
  const body = { rev: 1, answerId: 'answer-0001', text: ' Ho arreglem demà. ', close: false }
  const first = await roads.post(`${path}/answers`, body)
  expect(first.status).toBe(200)
  const detail = incidentDetail.parse(first.body)
  expect([detail.rev, detail.status, detail.answeredAt !== null]).toEqual([2, 'in_progress', true])
  expect(detail.entries.at(-1)).toMatchObject({
    id: 'answer-0001',
    kind: 'answer',
    by: 'agent of vila',
    text: 'Ho arreglem demà.',
    delivery: 'queued',
  })

  const again = await roads.post(`${path}/answers`, body)
  expect([again.status, again.body]).toEqual([200, first.body])
  const input = { kind: 'people', event: 'answered', reference, text: 'Ho arreglem demà.', media: [] }
  expect(inputsOf(reference)).toEqual([{ convId: 'vila:c', inputId: 'answer-0001', input }])
})

test('the same click arriving twice at once is one answer', async () => {
  const { path, reference } = await opened()
  const body = { rev: 1, answerId: 'answer-0002', text: 'Sí', close: true }
  const both = await Promise.all([roads.post(`${path}/answers`, body), roads.post(`${path}/answers`, body)])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(inputsOf(reference).map(({ input }) => (input as { event: string }).event)).toEqual(['closed'])
  expect(story((await officer.get(path)).body)).toEqual([
    ['opened', expect.any(String), 'new'],
    ['answer', 'Sí', 'resolved'],
  ])
})

test('of two people answering the same thing one is told that the other was faster', async () => {
  const { path, reference } = await opened()
  const answers = [roads, officer].map((who, index) =>
    who.post(`${path}/answers`, { rev: 1, answerId: `answer-race-${index}`, text: 'Ja hi anem', close: false }),
  )
  const [won, lost] = (await Promise.all(answers)).toSorted((one, other) => one.status - other.status)
  expect([won?.status, lost?.status, lost?.body.code, lost?.body.current.rev]).toEqual([200, 409, 'stale', 2])
  expect(inputsOf(reference)).toHaveLength(1)
})

test('an answer survives a death between saving and handing over, and is handed over once', async () => {
  const { path, reference } = await opened()
  isDown = true
  const { status } = await roads.post(`${path}/answers`, {
    rev: 1,
    answerId: 'answer-0003',
    text: 'Demà',
    close: false,
  })
  isDown = false
  expect([status, inputsOf(reference)]).toEqual([200, []])
  expect(await handOver({ ...api.deps, receiveOfficerInput: api.deps.receiveOfficerInput })).toBeGreaterThan(0)
  expect(inputsOf(reference)).toHaveLength(1)
  expect(await handOver(api.deps)).toBe(0)
  expect(inputsOf(reference)).toHaveLength(1)
})

test('a change of status tells the citizen when asked to, and is in the story', async () => {
  const { id, path, reference } = await opened()
  const { body } = await officer.send('PATCH', path, { rev: 1, status: 'planned', tell: 'Ho farem dilluns.' })
  expect(story(body).slice(1)).toEqual([
    ['status', '', 'planned'],
    ['answer', 'Ho farem dilluns.', null],
  ])
  expect(inputsOf(reference)).toMatchObject([
    { inputId: `${id}:1`, input: { event: 'answered', text: 'Ho farem dilluns.' } },
  ])
})

test('closing a dialogue ends it for the conversation, even without words', async () => {
  const { path, reference } = await opened({ mode: 'dialogue' })
  await officer.send('PATCH', path, { rev: 1, status: 'closed', reason: 'Ja està fet' })
  expect(inputsOf(reference)).toMatchObject([{ input: { event: 'closed', text: '' } }])
  const silent = await opened()
  await officer.send('PATCH', silent.path, { rev: 1, status: 'resolved' })
  expect(inputsOf(silent.reference)).toEqual([])
})

test.each([
  ['back to new', { status: 'new' }, 409, 'not_possible'],
  ['closed without a reason', { status: 'closed', reason: '  ' }, 422, 'reason_missing'],
  ['a department that is none', { departmentId: 'nowhere' }, 400, 'bad_request'],
  ['words without a change', { tell: 'Hola' }, 400, 'bad_request'],
])('%s is refused', async (_name, change, status, code) => {
  const { path } = await opened()
  await officer.send('PATCH', path, { rev: 1, status: 'planned' })
  const answer = await officer.send('PATCH', path, { rev: 2, ...change })
  expect([answer.status, answer.body.code]).toEqual([status, code])
})

test('taking a new one on assigns it, and a stale change is refused with what is stored', async () => {
  const { path } = await opened()
  const { id } = (await roads.get('/session')).body
  const { body } = await roads.send('PATCH', path, { rev: 1, assigneeId: id })
  expect([body.status, body.assignee, body.assigneeId]).toEqual(['assigned', 'agent of vila', id])
  const stale = await officer.send('PATCH', path, { rev: 1, assigneeId: null })
  expect([stale.status, stale.body.current.assigneeId]).toEqual([409, id])
})

test('an agent who hands an incident on does not see it any more', async () => {
  const { path } = await opened()
  const { status, body } = await roads.send('PATCH', path, { rev: 1, departmentId: 'parks' })
  expect([status, body.departmentId, body.entries.at(-1).to]).toEqual([200, 'parks', 'parks'])
  expect((await roads.get(path)).status).toBe(404)
  expect((await (await api.signedIn('parks@vila.example')).get(path)).status).toBe(200)
})

test('notes stay inside the town hall', async () => {
  const { path, reference } = await opened()
  const { body } = await roads.post(`${path}/notes`, { rev: 1, text: 'Trucar a la brigada' })
  expect(story(body).at(-1)).toEqual(['note', 'Trucar a la brigada', null])
  expect(inputsOf(reference)).toEqual([])
})

test('X27: nothing people wrote is in the log', () => {
  expect(api.logged.filter(line => /arreglem|brigada|farem|farmàcia|R-\d/.test(line))).toEqual([])
})
