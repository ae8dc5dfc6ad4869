import { defaultRetention, everySubscriber, newContact, newSession } from '@pregoner/shared'
import { apiRoutes } from '../runtime/src/app.ts'
import type { Route } from '../runtime/src/routes/route.ts'
import type { Conversation } from '../runtime/src/stores/conversation-store.ts'
import type { TestApi } from './api.ts'
import { personId, startTestApi } from './api.ts'
import type { Client } from './api-client.ts'
import { pothole, sampleTown } from './sample-town.ts'
import { appointmentSamples, bookableServices, seedAppointments } from './sampled-appointments.ts'
import { smallFlow } from './small-flow.ts'

/** Ids of things that exist in both towns, and a body that is right for each route. */
export interface Sample {
  ids?: Record<string, string>
  query?: string
  body?: unknown
  /** What the caller with every right gets; 200 when left out. */
  status?: number
}

export const roadsIncident = (town: string) => `${town}:contact-1:1:0`
const reply = (town: string) => `reply-${town}`
const picture = (town: string) => `picture-${town}`
const bytes = Buffer.from('acta')

function factsOf(key: string) {
  const { name, languages, defaultLanguage, country, timeZone, texts, words, allowedHosts } = sampleTown(key, key)
  return { name, languages, defaultLanguage, country, timeZone, texts, words, allowedHosts }
}

const notice = { name: 'Tall d’aigua', text: { ca: 'Demà no hi ha aigua' }, pictureId: null, segment: everySubscriber }
const duty = { id: 'duty', name: 'Farmàcies', departmentId: null, columns: [], rows: [] }
const bulletin = {
  ...{ name: 'Resum', isOn: true, weekdays: [1], time: '09:00', intro: {}, outro: {} },
  sections: [{ tableId: duty.id, when: 'now' as const, heading: {}, rowText: { ca: '{{row.from}}' }, maxRows: 5 }],
}
const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const named = (id: string) => ({ id, name: { ca: id } })
const listEntries = {
  departments: (id: string) => ({ ...named(id), people: [], calendarId: null, email: null }),
  categories: (id: string) => ({ ...named(id), departmentId: null }),
  topics: named,
  calendars: (id: string) => ({
    ...{ id, name: id, timeZone: 'Europe/Madrid', weekly: week, region: null },
    ...{ publicHolidays: [], ownHolidays: [], exceptions: [] },
  }),
}

/** Of each list of a town an entry that stays and one that goes. */
const listSamples = (town: string): Record<string, Sample> =>
  Object.fromEntries(
    Object.entries(listEntries).flatMap(([list, entryOf]): [string, Sample][] => {
      const entry = entryOf(`stays-${town}`)
      const ids = { id: entry.id }
      return [
        [`put /towns/:town/${list}/:id`, { ids, body: { entry, was: entry } }],
        [`get /towns/:town/${list}/:id/uses`, { ids }],
        [`delete /towns/:town/${list}/:id`, { ids: { id: `goes-${town}` } }],
      ]
    }),
  )

const rota = (town: string) => ({
  ...{ id: `table-${town}`, name: 'Guàrdies', columns: [], rows: [], departmentId: 'roads' },
})

const spare = (town: string) => ({ id: personId(`spare@${town}.example`) })

/** One line per route of the API; a new route without one fails the test. */
export const samples = (town: string): Record<string, Sample> => ({
  'get /towns/:town': {},
  'patch /towns/:town/channels/:key': { ids: { key: town }, body: { state: 'paused' } },
  'put /towns/:town/channels/:key/secrets': {
    ids: { key: town },
    body: { phoneNumberId: '123', displayNumber: '644', accessToken: 'x'.repeat(20) },
  },
  'put /towns/:town/channels/:key/window-template': {
    ids: { key: town },
    body: { template: { name: 'resposta', languages: ['ca', 'es'], parameters: ['reference'] } },
  },
  'post /towns/:town/channels': { body: { kind: 'whatsapp' }, status: 409 },
  'post /towns/:town/channels/:key/check': { ids: { key: town } },
  'post /towns/:town/channels/:key/subscription': { ids: { key: town } },
  'get /towns/:town/channels/:key/templates': { ids: { key: town } },
  'get /towns/:town/privacy-requests': {},
  'put /towns/:town/facts': { body: { facts: factsOf(town), was: factsOf(town) } },
  'get /towns/:town/holiday-regions': {},
  'get /towns/:town/public-holidays': { query: 'region=ES-CT' },
  ...listSamples(town),
  ...appointmentSamples(town),
  'put /towns/:town/tables/:table': {
    ids: { table: `table-${town}` },
    body: { rev: 99, table: rota(town) },
    status: 409,
  },
  'get /towns/:town/tables/:table/versions': { ids: { table: `table-${town}` } },
  'get /towns/:town/tables/:table/versions/:rev': { ids: { table: `table-${town}`, rev: '9' }, status: 404 },
  'get /towns/:town/views': {},
  'put /towns/:town/views': { body: [{ id: 'view-1234', name: 'Vençudes', filter: { due: 'late' } }] },
  'get /towns/:town/geography': {},
  'put /towns/:town/geography': { body: { districts: [], streets: [] } },
  'get /towns/:town/people': {},
  'patch /towns/:town/people/:id': { ids: spare(town), body: { departments: ['parks'] } },
  'get /towns/:town/people/:id/duties': { ids: spare(town) },
  'delete /towns/:town/people/:id': { ids: { id: personId(`admin@${town}.example`) }, status: 409 },
  'delete /towns/:town/people/:id/sessions': { ids: spare(town) },
  'delete /towns/:town/people/:id/second-factor': { ids: spare(town) },
  'post /towns/:town/people/:id/password-link': { ids: spare(town) },
  'post /towns/:town/invitations': {
    body: { email: `new@${town}.example`, role: 'agent', departments: ['roads'] },
  },
  'post /towns/:town/invitations/:id/again': { ids: { id: personId(`renewed@${town}.example`) } },
  'delete /towns/:town/invitations/:id': { ids: { id: personId(`invited@${town}.example`) } },
  'put /towns/:town/second-factor': { body: { isRequired: false } },
  'get /towns/:town/conversations': { query: 'only=blocked' },
  'get /towns/:town/conversation-search': { query: 'text=hola' },
  'get /towns/:town/conversations/:id': { ids: { id: `${town}:contact-1` } },
  'get /towns/:town/conversations/:id/messages': { ids: { id: `${town}:contact-1` }, query: 'before=9' },
  'put /towns/:town/conversations/:id/block': { ids: { id: `${town}:contact-1` }, body: { reason: 'Insults' } },
  'delete /towns/:town/conversations/:id/block': { ids: { id: `${town}:contact-1` } },
  'get /towns/:town/consents': { query: 'text=avisos' },
  'get /towns/:town/consents/export': {},
  'get /towns/:town/erasures': {},
  'get /towns/:town/retention': {},
  'put /towns/:town/retention': { body: { policy: defaultRetention, rev: 99 }, status: 409 },
  'post /towns/:town/retention/trial': { body: { policy: defaultRetention } },
  'get /towns/:town/retention/runs': {},
  'post /towns/:town/retention/runs': {},
  'get /towns/:town/retention/runs/export': {},
  'get /towns/:town/audit': { query: 'action=channel&limit=10' },
  'get /towns/:town/audit/verification': {},
  'get /towns/:town/audit/export': { query: 'format=csv' },
  'put /towns/:town/tariff': {
    body: { currency: 'EUR', countries: [{ country: 'ES', amount: 0.05 }], otherCountries: null },
  },
  'put /towns/:town/notice-rules': { body: { calendarId: null, approval: 'none' } },
  'put /towns/:town/open311': { body: { publishesReports: true } },
  'get /towns/:town/api-keys': {},
  'post /towns/:town/api-keys': { body: { name: 'Bústia ciutadana' } },
  'delete /towns/:town/api-keys/:key': { ids: { key: '0123456789ab' }, status: 404 },
  'get /towns/:town/flows': {},
  'post /towns/:town/flows': { body: { name: 'New', languages: ['ca'] } },
  'post /towns/:town/flows/import': { body: Buffer.from(JSON.stringify(smallFlow('imported'))) },
  'get /towns/:town/flows/:id': { ids: { id: `main-${town}` } },
  'put /towns/:town/flows/:id': {
    ids: { id: `main-${town}` },
    body: { flow: smallFlow(`main-${town}`), rev: 99 },
    status: 409,
  },
  'delete /towns/:town/flows/:id': { ids: { id: `main-${town}` }, status: 409 },
  'get /towns/:town/flows/:id/lock': { ids: { id: `main-${town}` } },
  'post /towns/:town/flows/:id/lock': { ids: { id: `main-${town}` }, body: { tab: 'abcdefgh', action: 'release' } },
  'get /towns/:town/flows/:id/counts': { ids: { id: `main-${town}` }, query: 'period=today' },
  'get /towns/:town/flows/:id/not-understood': { ids: { id: `main-${town}` }, query: 'period=v1' },
  'put /towns/:town/flows/:id/not-understood/:text': {
    ids: { id: `main-${town}`, text: 'a'.repeat(32) },
    body: { isIgnored: true },
  },
  'post /towns/:town/flows/:id/understanding': {
    ids: { id: `main-${town}` },
    query: 'period=30d',
    body: { node: { id: 'greet', type: 'message', config: {} }, languages: ['ca'], defaultLanguage: 'ca' },
  },
  'get /towns/:town/flows/:id/problems': { ids: { id: `main-${town}` } },
  'post /towns/:town/flows/:id/publish': { ids: { id: `main-${town}` }, body: { rev: 99, note: '' }, status: 409 },
  'get /towns/:town/published-flows': {},
  'post /towns/:town/flows/:id/versions/:version/publish': {
    ids: { id: `main-${town}`, version: '1' },
    body: { note: 'Again', people: [] },
  },
  'post /towns/:town/flows/:id/withdraw': {
    ids: { id: `main-${town}` },
    body: { version: 99, people: 'finish' },
    status: 409,
  },
  'get /towns/:town/flows/:id/inside': { ids: { id: `main-${town}` } },
  'get /towns/:town/flows/:id/schedule': { ids: { id: `main-${town}` } },
  'put /towns/:town/flows/:id/schedule': {
    ids: { id: `main-${town}` },
    body: { rev: 1, note: '', publishAt: new Date(Date.now() + 86_400_000).toISOString() },
  },
  'delete /towns/:town/flows/:id/schedule': { ids: { id: `main-${town}` } },
  'get /towns/:town/flows/:id/versions': { ids: { id: `main-${town}` } },
  'get /towns/:town/flows/:id/versions/:version': { ids: { id: `main-${town}`, version: '1' } },
  'post /towns/:town/flows/:id/versions/:version/restore': {
    ids: { id: `main-${town}`, version: '1' },
    body: { rev: 99 },
    status: 409,
  },
  'get /towns/:town/flows/:id/tests': { ids: { id: `main-${town}` } },
  'put /towns/:town/flows/:id/tests/:test': {
    ids: { id: `main-${town}`, test: 'greeting' },
    body: {
      id: 'greeting',
      name: 'Greeting',
      setup: { name: '', language: null, startsAt: '2026-01-01T10:00:00.000Z', seed: 1 },
      acts: [{ kind: 'begin', node: 'start' }],
      lines: [],
    },
  },
  'delete /towns/:town/flows/:id/tests/:test': { ids: { id: `main-${town}`, test: 'gone' }, status: 404 },
  'get /towns/:town/flows/:id/approvals': { ids: { id: `main-${town}` } },
  'post /towns/:town/flows/:id/approvals': {
    ids: { id: `main-${town}` },
    body: { drawing: '0'.repeat(64), approver: 'Maria', office: 'Alcaldessa', languages: ['ca'], note: '' },
    status: 409,
  },
  'get /towns/:town/broadcasts': {},
  'post /towns/:town/broadcasts': { body: notice },
  'post /towns/:town/audience': { body: { segment: everySubscriber, template: null } },
  'get /towns/:town/test-phone': {},
  'post /towns/:town/subscriber-imports': { query: `topic=stays-${town}`, body: Buffer.from('Telèfon;Data;Prova') },
  'get /towns/:town/subscriber-imports/:id': { ids: { id: personId(town) }, status: 404 },
  'post /towns/:town/subscriber-imports/:id/take': { ids: { id: personId(town) }, status: 404 },
  'get /towns/:town/subscriber-imports/:id/report': { ids: { id: personId(town) }, status: 404 },
  'get /towns/:town/subscribers/growth': { query: 'from=2026-11-01&to=2026-11-30' },
  'get /towns/:town/subscribers/growth.csv': { query: 'from=2026-11-01&to=2026-11-30&in=it' },
  'get /towns/:town/broadcasts/:id': { ids: { id: `notice-${town}` } },
  'put /towns/:town/broadcasts/:id': { ids: { id: `notice-${town}` }, body: { ...notice, rev: 99 }, status: 409 },
  'delete /towns/:town/broadcasts/:id': { ids: { id: `notice-${town}` }, query: 'rev=99', status: 409 },
  'post /towns/:town/broadcasts/:id/test': {
    ids: { id: `notice-${town}` },
    body: { rev: 99, language: 'ca' },
    status: 409,
  },
  'post /towns/:town/broadcasts/:id/send': { ids: { id: `notice-${town}` }, body: { rev: 99 }, status: 409 },
  'post /towns/:town/broadcasts/:id/approval-request': {
    ids: { id: `notice-${town}` },
    body: { rev: 99 },
    status: 409,
  },
  'post /towns/:town/broadcasts/:id/approval': { ids: { id: `notice-${town}` }, body: { rev: 99 }, status: 409 },
  'get /towns/:town/front-notices': {},
  'delete /towns/:town/front-notices/:id': { ids: { id: `notice-${town}` }, status: 404 },
  'post /towns/:town/broadcasts/:id/schedule': {
    ids: { id: `notice-${town}` },
    body: { rev: 99, plan: { date: '2999-01-01', time: '09:00', repeat: 'once', until: null } },
    status: 409,
  },
  'delete /towns/:town/broadcasts/:id/schedule': { ids: { id: `notice-${town}` }, query: 'rev=99', status: 409 },
  'get /towns/:town/bulletins': {},
  'post /towns/:town/bulletins': { body: { ...bulletin, topicId: `stays-${town}` } },
  'put /towns/:town/bulletins/:id': {
    ids: { id: `bulletin-${town}` },
    body: { ...bulletin, topicId: `stays-${town}`, rev: 99 },
    status: 409,
  },
  'delete /towns/:town/bulletins/:id': { ids: { id: `bulletin-${town}` }, query: 'rev=99', status: 409 },
  'post /towns/:town/broadcasts/:id/pause': { ids: { id: `notice-${town}` }, status: 409 },
  'post /towns/:town/broadcasts/:id/resume': { ids: { id: `notice-${town}` }, status: 409 },
  'post /towns/:town/broadcasts/:id/stop': { ids: { id: `notice-${town}` }, status: 409 },
  'get /towns/:town/notices': {},
  'get /towns/:town/incidents.csv': { query: 'status=new' },
  'get /towns/:town/incidents': { query: 'limit=10' },
  'get /towns/:town/incidents/:id': { ids: { id: roadsIncident(town) } },
  'post /towns/:town/incidents/:id/answers': {
    ids: { id: roadsIncident(town) },
    body: { rev: 99, answerId: 'answer-99', text: 'Ho mirem', close: false },
    status: 409,
  },
  'patch /towns/:town/incidents/:id': {
    ids: { id: roadsIncident(town) },
    body: { rev: 99, status: 'planned' },
    status: 409,
  },
  'get /towns/:town/incidents/:id/nearby': { ids: { id: roadsIncident(town) } },
  'post /towns/:town/incidents/:id/merge': {
    ids: { id: roadsIncident(town) },
    body: { rev: 99, into: roadsIncident(town) },
    status: 409,
  },
  'post /towns/:town/incidents/:id/notes': {
    ids: { id: roadsIncident(town) },
    body: { rev: 99, text: 'Nota' },
    status: 409,
  },
  'post /towns/:town/incidents/:id/seen': { ids: { id: roadsIncident(town) }, body: {} },
  'get /towns/:town/incident-counts': {},
  'get /towns/:town/incident-spots': {},
  'get /towns/:town/colleagues': {},
  'post /towns/:town/incident-changes': {
    body: { incidents: [{ id: roadsIncident(town), rev: 99 }], change: { status: 'planned' } },
  },
  'post /towns/:town/incidents/:id/media': {
    ids: { id: roadsIncident(town) },
    query: 'name=acta.txt',
    body: bytes,
  },
  'post /towns/:town/incidents/:id/entries/:entry/again': {
    ids: { id: roadsIncident(town), entry: 'answer-99' },
    body: { rev: 99, answerId: 'answer-100' },
    status: 404,
  },
  'get /towns/:town/saved-replies': {},
  'post /towns/:town/saved-replies': { body: { name: 'Fet', departmentId: 'roads', text: { ca: 'Ja està fet.' } } },
  'put /towns/:town/saved-replies/:reply': {
    ids: { reply: reply(town) },
    body: { rev: 99, name: 'Rebut', departmentId: 'roads', text: { ca: 'Rebut' } },
    status: 409,
  },
  'delete /towns/:town/saved-replies/:reply': { ids: { reply: reply(town) }, query: 'rev=99', status: 409 },
  'get /towns/:town/statistics': { query: 'period=7d' },
  'get /towns/:town/digest': {},
  'put /towns/:town/digest': { body: { isOn: false } },
  'put /towns/:town/digest/departments/:department': { ids: { department: `stays-${town}` } },
  'get /towns/:town/statistics/file': { query: 'table=series&period=7d&in=ca' },
  'get /towns/:town/media/:mediaId': { ids: { mediaId: picture(town) }, query: 'size=thumb' },
  'post /towns/:town/media': { query: 'name=acta.txt', body: bytes },
})

const both = <Entry>(town: string, entryOf: (id: string) => Entry): Entry[] => [
  entryOf(`stays-${town}`),
  entryOf(`goes-${town}`),
]

/** The API with one of everything in both towns, and all their people signed in. */
export interface SampledApi extends TestApi {
  routes: Route[]
  /** The browser of a person, by e-mail address. */
  person(email: string): Client
}

export async function startSampledApi(): Promise<SampledApi> {
  const api = await startTestApi()
  const clients = new Map<string, Client>()
  const { flows, incidents, media, savedReplies } = api.deps
  for (const town of ['vila', 'poble']) {
    await api.deps.towns.change(town, known => ({
      departments: [...known.departments, ...both(town, listEntries.departments)],
      categories: [...known.categories, ...both(town, listEntries.categories)],
      topics: [...known.topics, ...both(town, listEntries.topics)],
      calendars: [...known.calendars, ...both(town, listEntries.calendars)],
      bookableServices: bookableServices(town),
      tables: [...known.tables, duty, rota(town)],
    }))
    for (const who of ['invited', 'renewed']) {
      await api.deps.invitations.add({
        ...{ id: personId(`${who}@${town}.example`), tokenHash: `${who}-${town}`, townKey: town, kind: 'join' },
        ...{ email: `${who}@${town}.example`, role: 'officer', departments: [], by: 'Seed', personId: null },
        ...{ expiresAt: new Date(Date.now() + 86_400_000), language: 'ca', mail: 'off' },
      })
    }
    const flow = smallFlow(`main-${town}`)
    const author = { by: 'Seed', at: new Date() }
    await flows.create(town, flow, author)
    await flows.publish(town, { flow, rev: 1 }, [], 'first', author)
    const origin = {
      convId: `${town}:contact-1`,
      channelId: town,
      channelKind: 'whatsapp' as const,
      contactName: 'Núria',
      windowEndsAt: null,
    }
    await api.connection.collection<Conversation>('conversations').insertOne({
      ...{ _id: origin.convId, town, channelId: town, channelKind: 'whatsapp', contactId: 'contact-1', rev: 1 },
      ...{ session: newSession(newContact('Núria'), 1), at: null, dueAt: null, lastInAt: new Date(), seq: 0 },
      ...{ address: { type: 'phone', value: '34600000001' }, phone: '34600000001', applied: [], outbox: [] },
    })
    const file = await media.save(town, bytes, {
      owner: { kind: 'contact', contact: origin.convId },
      mediaId: picture(town),
    })
    await seedAppointments(api.deps, town)
    await savedReplies.create(town, reply(town), { name: 'Rebut', departmentId: 'roads', text: { ca: 'Rebut' } })
    await api.deps.broadcasts.create(town, `notice-${town}`, notice, 'Seed', new Date())
    await api.deps.bulletins.create({
      ...{ _id: `bulletin-${town}`, town, ...bulletin, topicId: `stays-${town}` },
      ...{ by: 'Seed', changedAt: new Date(), nextAt: null },
    })
    await incidents.openIncident(town, roadsIncident(town), origin, pothole({ media: [file] }), new Date())
    for (const who of ['admin', 'officer', 'roads', 'parks'])
      clients.set(`${who}@${town}.example`, await api.signedIn(`${who}@${town}.example`))
  }
  return { ...api, routes: apiRoutes(api.deps), person: email => clients.get(email) ?? api.client() }
}

export const nameOf = ({ method, path }: Route) => `${method} ${path}`
export const townRoutesOf = (all: Route[]) => all.filter(({ path }) => path.startsWith('/towns/'))

export function call(route: Route, who: Client, town: string, sample: Sample, headers: Record<string, string> = {}) {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(name === 'town' ? town : (sample.ids?.[name] ?? '')),
  )
  const query = sample.query ? `?${sample.query}` : ''
  return who.send(route.method.toUpperCase(), `${path}${query}`, sample.body, headers)
}

/** Walks every route of a town with its line of the table, and the same line for the other town. */
export async function everyRoute(
  routes: Route[],
  check: (route: Route, sample: Sample, foreign: Sample) => Promise<void>,
): Promise<void> {
  for (const route of townRoutesOf(routes)) {
    const [sample, foreign] = [samples('vila')[nameOf(route)], samples('poble')[nameOf(route)]]
    if (!sample || !foreign) throw new Error(`no sample for ${nameOf(route)}`)
    await check(route, sample, foreign)
  }
}
