import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import { pothole } from '../../../test/sample-town.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
}, 60_000)
afterAll(() => api.close())

let made = 0
async function resolved(asksSolved?: true) {
  made += 1
  const convId = `vila:v${made}`
  const id = `${convId}:1:0`
  const reference = `V-${made}`
  const origin = { convId, channelId: 'vila', channelKind: 'whatsapp' as const, contactName: null, windowEndsAt: null }
  const opened = { ...pothole({ reference }), ...(asksSolved && { asksSolved }) }
  await api.deps.incidents.openIncident('vila', id, origin, opened, new Date())
  const officer = await api.signedIn('officer@vila.example')
  const path = `/towns/vila/incidents/${id}`
  const answer = (rev: number, answerId: string) =>
    officer.post(`${path}/answers`, { rev, answerId, text: 'Ja està', close: true })
  const { body } = await answer(1, `closing-${made}-1`)
  const verdict = (effectId: string, solved: boolean, text = '') =>
    api.deps.incidents.recordVerdict('vila', { convId, reference, effectId }, { solved, text }, new Date())
  const read = async () => (await officer.get(path)).body
  const inputs = () => api.officerInputs.filter(input => input.convId === convId).map(({ input }) => input)
  return { rev: body.rev, path, officer, answer, verdict, read, inputs }
}

test('a "no" opens it again, once, and its words are in the story', async () => {
  const { verdict, read } = await resolved()
  await Promise.all([verdict('v1', false, 'No, encara hi és'), verdict('v1', false, 'No, encara hi és')])
  const { status, entries } = await read()
  expect(status).toBe('in_progress')
  expect(entries.slice(2)).toMatchObject([{ kind: 'unsolved', text: 'No, encara hi és', status: 'in_progress' }])
})

test('a "yes" leaves it resolved', async () => {
  const { verdict, read } = await resolved()
  await verdict('v1', true)
  const { status, entries } = await read()
  expect([status, entries.at(-1).kind, entries.at(-1).status]).toEqual(['resolved', 'solved', null])
})

test('what was passed on to others meanwhile is not taken up again', async () => {
  const { verdict, read, officer, path, rev } = await resolved()
  await officer.send('PATCH', path, { rev, status: 'in_progress' })
  await officer.send('PATCH', path, { rev: rev + 1, status: 'referred' })
  await verdict('v1', false)
  expect((await read()).status).toBe('referred')
})

test('the citizen is asked with the answer that resolves it, once, and only where the route wants it', async () => {
  const unasked = await resolved()
  expect(unasked.inputs()).toMatchObject([{ event: 'closed' }])
  expect(unasked.inputs()[0]).not.toHaveProperty('asksSolved')

  const { verdict, read, answer, inputs } = await resolved(true)
  expect(inputs()).toMatchObject([{ event: 'closed', text: 'Ja està', asksSolved: true }])
  await verdict('v1', false)
  await answer((await read()).rev, 'closing-again-1')
  expect(inputs()).toHaveLength(2)
  expect(inputs()[1]).not.toHaveProperty('asksSolved')
})
