import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../api-client.ts'
import type { Happening, Talker } from '../transcripts/talker.ts'
import { type ManualClock, manualClock, type Person } from '../whatsapp-double/index.ts'
import { createChatTalker } from './chat-talker.ts'
import { createDoubleTalker } from './double-talker.ts'
import { PASSWORD, quiet, startTownServer, type TownServer } from './town-server.ts'

let server: TownServer
let clock: ManualClock
beforeAll(async () => {
  clock = manualClock(new Date('2026-11-23T09:00:00Z'))
  server = await startTownServer({ towns: ['alzira', 'manresa'], clock, withPeople: true })
}, 60_000)
afterAll(() => server.close())

const DAY_MS = 86_400_000
const REFERENCE = /[A-Z]{3}-\w{7}/
const METERS = 1 / 111_195 // degrees of latitude
let people = 0

async function onWhatsApp(townKey: string): Promise<{ talker: Talker; person: Person }> {
  const person = server.double.person({ phone: `34600300${++people + 100}`, channel: `demo-${townKey}` })
  return { person, talker: await createDoubleTalker(server, townKey, person, clock) }
}

/** What was heard, one text after the other; a file by its kind. */
const words = (happenings: Happening[]) =>
  happenings.flatMap(one =>
    one.kind === 'heard' ? [one.heard.media ? `(${one.heard.media.kind})` : one.heard.text] : [],
  )
const photo = { kind: 'image', name: null, caption: null } as const
const place = (latitude: number, longitude: number) => ({ latitude, longitude, name: null, address: null })

/** Reports a street lamp to Manresa, so many metres to the north, with a photo; what is heard then. */
async function lamp(talker: Talker, meters: number): Promise<string[]> {
  await talker.say('incidència')
  await talker.say('fanal')
  await talker.say('El fanal no s’encén')
  await talker.place(place(41.7278 + meters * METERS, 1.8268))
  return words(await talker.send(photo))
}

async function desk(townKey: string) {
  const officer = createClient(server.url)
  await officer.post('/session', { email: `officer@${townKey}.example`, password: PASSWORD })
  const path = (id: string) => `/towns/${townKey}/incidents/${encodeURIComponent(id)}`
  const all = async (): Promise<{ id: string; rev: number; reference: string; followers: number }[]> =>
    (await officer.get(`/towns/${townKey}/incidents`)).body.incidents
  const one = async (reference: string) => {
    const found = (await all()).find(each => each.reference === reference)
    if (!found) throw new Error(`no incident ${reference}`)
    return found
  }
  return {
    all,
    one,
    async becomes(reference: string, status: string) {
      const { id, rev } = await one(reference)
      const { body } = await officer.send('PATCH', path(id), { rev, status })
      await quiet(server)
      return body.entries.at(-1).news
    },
    async mergeInto(reference: string, into: string) {
      const [from, other] = [await one(reference), await one(into)]
      const { status } = await officer.post(`${path(from.id)}/merge`, { rev: from.rev, into: other.id })
      await quiet(server)
      return status
    },
  }
}

test('over WhatsApp the photo of the neighbour is shown, what is the same is followed, and its end is told', async () => {
  const rosa = await onWhatsApp('manresa')
  const [first = ''] = await lamp(rosa.talker, 0)
  const [reference = ''] = REFERENCE.exec(first) ?? []
  expect(first).toMatch(/número de la incidència és \*MAN-/)

  clock.advance(2 * DAY_MS)
  const pere = await onWhatsApp('manresa')
  expect(await lamp(pere.talker, 40)).toEqual([
    '(image)',
    `Ja hi ha un avís igual a 40 m, de fa 2 dies (${reference}). És el mateix?`,
  ])
  // The platform holds the picture under an id of its own, which was uploaded for this message.
  const shown = pere.person.inbox.find(({ media }) => media?.kind === 'image')
  const uploads = server.double.calls.filter(({ path, status }) => /\/media$/.test(path) && status === 200)
  expect(uploads.map(({ answer }) => answer)).toContainEqual({ id: shown?.media?.id })
  expect(shown?.media).toMatchObject({ mime: 'image/jpeg' })
  expect(shown?.media?.link).toBeUndefined()

  expect(words(await pere.talker.tap('És el mateix'))[0]).toContain(`Referència: ${reference}.`)
  const manresa = await desk('manresa')
  expect(await manresa.all()).toMatchObject([{ reference, followers: 1 }])

  // Who says that it is another one gets a number of their own.
  const anna = await onWhatsApp('manresa')
  await lamp(anna.talker, 20)
  const [opened = ''] = words(await anna.talker.tap('És un altre'))
  const [another = ''] = REFERENCE.exec(opened) ?? []
  expect(another).not.toBe(reference)
  expect((await manresa.all()).map(each => each.reference)).toEqual([another, reference])

  expect(await manresa.becomes(reference, 'resolved')).toEqual({ told: 1, leftOut: 0 })
  expect(pere.person.inbox.at(-1)?.text).toBe(`Novetats del teu avís ${reference}: *Resolt*.`)
  expect(anna.person.inbox.at(-1)?.text).not.toContain('Novetats')

  // The desk finds later that they were the same: who reported it hears of the end with the others.
  expect(await manresa.becomes(reference, 'in_progress')).toEqual({ told: 1, leftOut: 0 })
  expect(await manresa.mergeInto(another, reference)).toBe(200)
  expect(await manresa.one(reference)).toMatchObject({ followers: 2 })
  expect(await manresa.becomes(reference, 'resolved')).toEqual({ told: 2, leftOut: 0 })
  expect(anna.person.inbox.at(-1)?.text).toBe(`Novetats del teu avís ${another}: *Resolt*.`)

  // It is over: the next one who sees it there is not asked.
  const joan = await onWhatsApp('manresa')
  expect((await lamp(joan.talker, 0))[0]).toMatch(/número de la incidència és \*MAN-/)
}, 60_000)

test('a picture that the platform does not take leaves the question, and the report goes on', async () => {
  const rosa = await onWhatsApp('manresa')
  await lamp(rosa.talker, 2_000)
  const pere = await onWhatsApp('manresa')
  server.double.fault({ on: 'media', code: 131053 })
  expect(await lamp(pere.talker, 2_000)).toEqual([expect.stringMatching(/^Ja hi ha un avís igual a 0 m, d’avui/)])
  expect(words(await pere.talker.say('no'))[0]).toMatch(/número de la incidència és \*MAN-/)
}, 60_000)

/** Reports to Alzira over the web chat, with or without a photo; what is heard then. */
async function report(talker: Talker, meters: number, withPhoto: boolean): Promise<string[]> {
  for (const text of ['Vull comunicar una incidència', '1', 'Accepto', 'Una farola no va']) await talker.say(text)
  if (withPhoto) await talker.send(photo)
  await talker.say(withPhoto ? 'Ja està' : 'No en tinc')
  return words(await talker.place(place(39.1512 + meters * METERS, -0.4353)))
}

test('over the web chat likewise, and both hear of it when they want to', async () => {
  const chat = () => createChatTalker(server, 'alzira', clock)
  const first = await chat()
  const [asked = ''] = await report(first, 0, true)
  const [reference = ''] = REFERENCE.exec(asked) ?? []
  expect(asked).toBe(
    `Ja tenim el teu avís: és el ${reference}. Vols que t’avisem per aquí quan canviï l’estat dels teus avisos?`,
  )
  expect(words(await first.say('sí'))[0]).toMatch(new RegExp(`número \\*${reference}\\*.*/track/${reference}`))

  const second = await chat()
  expect(await report(second, 39, false)).toEqual([
    '(image)',
    `Ja hi ha un avís igual a 39 m, d’avui (${reference}). És el mateix?`,
  ])
  expect(words(await second.say('És el mateix'))[0]).toContain('hi afegim el teu cas')

  const alzira = await desk('alzira')
  expect(await alzira.all()).toMatchObject([{ reference, followers: 1 }])
  expect(await alzira.becomes(reference, 'resolved')).toEqual({ told: 2, leftOut: 0 })
  for (const one of [first, second])
    expect(words(await one.pass(0))).toEqual([`Novetats del teu avís ${reference}: *Resolt*.`])

  const third = await chat()
  expect((await report(third, 0, false))[0]).toContain('Vols que t’avisem') // that one is over
}, 60_000)
