import type { IncidentDetail } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { smallFiles } from '../../../test/whatsapp-double/index.ts'

let api: TestApi
let roads: Client
let key: string
beforeAll(async () => {
  api = await startTestApi()
  const admin = await api.signedIn('admin@vila.example')
  key = (await admin.post('/towns/vila/api-keys', { name: 'Bústia' })).body.secret
  roads = await api.signedIn('roads@vila.example')
}, 60_000)
afterAll(() => api.close())

const photo = new File([new Uint8Array(smallFiles.photo)], 'forat.jpg', { type: 'image/jpeg' })
const page = new File(['<script>alert(1)</script>'], 'forat.jpg', { type: 'image/jpeg' })
const paper = new File([new Uint8Array(smallFiles.document)], 'forat.pdf', { type: 'application/pdf' })

async function send(description: string, files: [string, File][], more: Record<string, string> = {}) {
  const body = new FormData()
  const fields = { api_key: key, service_code: 'pothole', lat: '41.7250', long: '1.8266', description, ...more }
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const [name, file] of files) body.append(name, file)
  const answer = await fetch(`${api.url}/open311/vila/v2/requests.json`, { method: 'POST', body })
  const [told] = await answer.json()
  return { status: answer.status, reference: told.service_request_id as string, why: told.description as string }
}
async function detail(reference: string): Promise<IncidentDetail> {
  const { body } = await roads.get(`/towns/vila/incidents?text=${reference}`)
  return (await roads.get(`/towns/vila/incidents/${body.incidents[0].id}`)).body
}
const files = () => api.connection.collection('media').countDocuments()

test('pictures that are sent along are seen at the desk, and sent again they are the same report', async () => {
  const sent = await send('Forat amb fotos', [
    ['media', photo],
    ['media', photo],
  ])
  expect(sent.status).toBe(200)
  const { media } = await detail(sent.reference)
  expect(media.map(({ kind, mime }) => [kind, mime])).toEqual([
    ['image', 'image/jpeg'],
    ['image', 'image/jpeg'],
  ])
  const seen = await roads.get(`/towns/vila/media/${media[0]?.mediaId}`)
  expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  const parks = await api.signedIn('parks@vila.example')
  expect((await parks.get(`/towns/vila/media/${media[0]?.mediaId}`)).status).toBe(404)

  const kept = await files()
  const again = await send('Forat amb fotos', [
    ['media', photo],
    ['media', photo],
  ])
  expect([again.reference, await files()]).toEqual([sent.reference, kept])
  expect((await send('Forat amb fotos', [['media', photo]])).reference).not.toBe(sent.reference)
  const told = await (await fetch(`${api.url}/open311/vila/v2/requests/${sent.reference}.json`)).json()
  expect(told[0].media_url).toBeNull()
})

test.each([
  ['a page that says it is a picture', [['media', page]], {}, 400],
  ['a paper', [['media', paper]], {}, 400],
  ['six pictures', Array.from({ length: 6 }, () => ['media', photo]), {}, 400],
  ['a picture under another name', [['photo', photo]], {}, 400],
  ['a picture for no service', [['media', photo]], { service_code: 'lamp' }, 404],
  ['a picture without a key', [['media', photo]], { api_key: 'none' }, 403],
] as [string, [string, File][], Record<string, string>, number][])(
  '%s is refused, and nothing of it is kept',
  async (what, sent, more, status) => {
    const kept = await files()
    expect(await send(what, sent, more)).toMatchObject({ status, why: expect.stringMatching(/\w/) })
    expect(await files()).toBe(kept)
  },
)

test('an address of a picture is kept as words and never fetched', async () => {
  const { reference } = await send('Forat amb adreça', [], { media_url: `${api.url}/api/health` })
  expect((await detail(reference)).answers).toMatchObject({ media_url: `${api.url}/api/health` })
  expect((await detail(reference)).media).toEqual([])
})
