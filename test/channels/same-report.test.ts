import { demoTowns } from '@pregoner/seeds'
import { type ChatPage, chatPage, type Flow } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../api-client.ts'
import { PASSWORD, startTownServer, type TownServer } from './town-server.ts'

let server: TownServer
beforeAll(async () => {
  server = await startTownServer({ towns: ['alzira'], withPeople: true })
  const { towns, flows } = server.runtime.stores
  const town = await towns.get('alzira')
  const demo = demoTowns(new Date()).find(({ town }) => town.key === 'alzira')
  const flow = demo?.flows.find(({ id }) => id === 'incidencies')
  if (!town || !flow) throw new Error('Alzira has lost its flow')
  const rule = { meters: 60, days: 30 }
  await towns.save({ ...town, categories: town.categories.map(each => ({ ...each, duplicates: rule })) })
  const asking: Flow = {
    ...flow,
    nodes: flow.nodes.map(node =>
      node.type === 'department_route'
        ? { ...node, config: { ...node.config, asksDuplicates: true, asksNews: true } }
        : node,
    ),
  }
  const author = { by: 'Test', at: new Date() }
  await flows.publish('alzira', { flow: asking, rev: 1 }, [], 'asks', author)
  server.runtime.publishing.onPublished('alzira')
}, 60_000)
afterAll(() => server.close())

/** Somebody at the web chat, who waits for each answer. */
function visitor() {
  const client = createClient(server.url)
  let seen = 0
  let asked = 0
  const said: ChatPage['messages'] = []
  async function answer(): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const page = chatPage.parse((await client.get(`/chat/alzira?after=${seen}`)).body)
      const theirs = page.messages.filter(({ from }) => from === 'town')
      if (theirs.length > 0) {
        seen = page.cursor
        said.push(...theirs)
        return theirs.map(({ text, message }) => `${text}${message?.media ? '(photo)' : ''}`).join(' | ')
      }
      await new Promise(done => setTimeout(done, 50))
    }
    throw new Error('no answer')
  }
  return {
    client,
    said,
    answer,
    async say(text: string | null, more: { place?: object; mediaIds?: string[] } = {}): Promise<string> {
      asked += 1
      const body = { id: `said-by-me-${asked}`, text, choiceId: null, mediaIds: [], place: null, ...more }
      const { status } = await client.post('/chat/alzira', body)
      if (status !== 200) throw new Error(`refused: ${status}`)
      return answer()
    },
  }
}

async function report(one: ReturnType<typeof visitor>, place: { latitude: number; longitude: number }) {
  await one.client.get('/chat/alzira')
  for (const text of ['Vull comunicar una incidència', '1', 'Accepto', 'Una farola no va', 'No en tinc'])
    await one.say(text)
  return one.say(null, { place: { ...place, name: null, address: null } })
}

test('a neighbour’s report is offered, followed, and both hear of its end', async () => {
  const first = visitor()
  expect(await report(first, { latitude: 39.1512, longitude: -0.4353 })).toContain('Vols que t’avisem')
  expect(await first.say('sí')).toMatch(/número \*ALZ-/)

  const second = visitor()
  const asked = await report(second, { latitude: 39.15155, longitude: -0.4353 })
  expect(asked).toMatch(/^Ja hi ha un avís igual a 39 m, d’avui \(ALZ-\w{7}\)\. És el mateix\?$/)
  expect(await second.say('És el mateix')).toContain('hi afegim el teu cas')

  const officer = createClient(server.url)
  await officer.post('/session', { email: 'admin@alzira.example', password: PASSWORD })
  const { body } = await officer.get('/towns/alzira/incidents')
  expect(body.incidents).toHaveLength(1)
  const [incident] = body.incidents
  expect(incident.followers).toBe(1)
  const changed = await officer.send('PATCH', `/towns/alzira/incidents/${incident.id}`, {
    rev: incident.rev,
    status: 'resolved',
  })
  expect(changed.body.entries.at(-1).news).toEqual({ told: 2, leftOut: 0 })
  for (const one of [first, second])
    expect(await one.answer()).toBe(`Novetats del teu avís ${incident.reference}: *Resolt*.`)

  const third = visitor()
  expect(await report(third, { latitude: 39.1512, longitude: -0.4353 })).toContain('Vols que t’avisem') // that one is over
}, 60_000)
