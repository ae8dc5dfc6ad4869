import { incidentDetail, mediaFile } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { pothole } from '../../../test/sample-town.ts'

let api: TestApi
let roads: Client
beforeAll(async () => {
  api = await startTestApi()
  roads = await api.signedIn('roads@vila.example')
}, 60_000)
afterAll(() => api.close())

let made = 0
async function opened(convId = `vila:c${made + 1}`): Promise<string> {
  made += 1
  const id = `${convId}:${made}:0`
  const origin = { convId, channelId: 'vila', channelKind: 'whatsapp' as const, contactName: null, windowEndsAt: null }
  await api.deps.incidents.openIncident('vila', id, origin, pothole({ reference: `R-${made}` }), new Date())
  return `/towns/vila/incidents/${id}`
}
const upload = async (path: string, who = roads) =>
  mediaFile.parse((await who.post(`${path}/media?name=acta.txt`, Buffer.from('acta'))).body)

test('a file goes along with an answer, each as a message of its own', async () => {
  const path = await opened()
  const file = await upload(path)
  const other = await upload(path)
  expect((await roads.get(`/towns/vila/media/${file.mediaId}`)).status).toBe(200)
  const body = { rev: 1, answerId: 'with-files', text: 'Mireu l’acta', close: true }
  const sent = await roads.post(`${path}/answers`, { ...body, mediaIds: [file.mediaId, other.mediaId] })
  const { entries, status } = incidentDetail.parse(sent.body)
  expect(status).toBe('resolved')
  expect(entries.slice(1).map(({ id, text, media }) => [id, text, media[0]?.mediaId])).toEqual([
    ['with-files', 'Mireu l’acta', file.mediaId],
    ['with-files:2', '', other.mediaId],
  ])
  const inputs = api.officerInputs.filter(({ inputId }) => inputId.startsWith('with-files'))
  expect(inputs.map(({ input }) => input)).toMatchObject([
    { event: 'answered', text: 'Mireu l’acta', media: [file] },
    { event: 'closed', text: '', media: [other] },
  ])
})

test('nobody sends a file of somebody else, nor an answer without anything in it', async () => {
  const [mine, theirs] = [await opened(), await opened()]
  const file = await upload(theirs)
  const body = { rev: 1, answerId: 'somebody-elses', text: 'Hola', close: false }
  expect((await roads.post(`${mine}/answers`, { ...body, mediaIds: [file.mediaId] })).status).toBe(400)
  expect((await roads.post(`${mine}/answers`, { ...body, text: '  ' })).status).toBe(400)
})

test('the visitor of the web chat gets the file they were answered with, and nobody else does', async () => {
  const visitor = api.client()
  await visitor.get('/chat/vila')
  const visitorId = await api.deps.chat.conversationId('vila', '')
  expect(visitorId).not.toBeNull()
  const { said } = api
  await visitor.post('/chat/vila', { id: 'hello-12345', text: 'Hola', choiceId: null, mediaIds: [], place: null })
  const convId = `vila-web:${said.at(-1)?.visitorId}`
  const file = await upload(await opened(convId))
  expect((await visitor.get(`/chat/vila/media/${file.mediaId}`)).status).toBe(200)
  expect((await api.client().get(`/chat/vila/media/${file.mediaId}`)).status).toBe(404)
})

test('an answer that failed is sent again once, as an entry of its own', async () => {
  const path = await opened()
  const [, , , , incidentId = ''] = path.split('/')
  const first = await roads.post(`${path}/answers`, { rev: 1, answerId: 'failed-answer', text: 'Hola', close: false })
  const again = (rev: number, answerId: string) => roads.post(`${path}/entries/failed-answer/again`, { rev, answerId })
  expect((await again(first.body.rev, 'too-early-1')).status).toBe(409)
  const convId = incidentId.split(':').slice(0, 2).join(':')
  await api.deps.incidents.recordDelivery('vila', convId, 'failed-answer', 'failed', '131026 Undeliverable')
  const rev = first.body.rev + 1
  const sent = await again(rev, 'once-more-1')
  expect(sent.status).toBe(200)
  expect(incidentDetail.parse(sent.body).entries.at(-1)).toMatchObject({
    ...{ id: 'once-more-1', text: 'Hola', delivery: 'queued', againOf: 'failed-answer' },
  })
  expect((await again(rev, 'once-more-1')).body).toEqual(sent.body)
  expect((await again(sent.body.rev, 'once-more-2')).status).toBe(409)
  expect(api.officerInputs.filter(({ inputId }) => inputId.startsWith('once-more'))).toHaveLength(1)
})

test('an administrator chooses the template that asks for a reply, and everybody sees which', async () => {
  const template = { name: 'tenim_resposta', languages: ['ca', 'en_US'], parameters: ['reference'] }
  const admin = await api.signedIn('admin@vila.example')
  const put = (body: object) => admin.send('PUT', '/towns/vila/channels/vila/window-template', body)
  expect((await put({ template })).body).toEqual({ template })
  expect((await roads.get('/towns/vila')).body.channels[0].windowTemplate).toEqual(template)
  expect((await put({ template: { ...template, name: 'No és cap nom' } })).status).toBe(400)
  expect((await put({ template: null })).body).toEqual({ template: null })
})
