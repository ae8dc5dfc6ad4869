import { randomUUID } from 'node:crypto'
import { incidentDetail, incidentPage } from '@pregoner/shared'
import type { Cue } from '../transcripts/transcript.ts'
import { PASSWORD, type TownServer } from './town-server.ts'

type Said = Omit<Extract<Cue, { kind: 'people' }>, 'kind'>

/** Somebody at the town hall who answers the newest incident, or the one named, through the API. */
export async function createDesk({ url }: TownServer, townKey: string): Promise<(said: Said) => Promise<void>> {
  let cookie = ''

  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { origin: url, 'x-pregoner': '1', 'content-type': 'application/json', cookie },
      ...(body && { body: JSON.stringify(body) }),
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${JSON.stringify(answer)}`)
    return answer
  }

  const incidents = async () => incidentPage.parse(await call('GET', `/towns/${townKey}/incidents`)).incidents

  const signIn = () => call('POST', '/session', { email: `officer@${townKey}.example`, password: PASSWORD })
  await signIn()
  const older = new Set((await incidents()).map(({ id }) => id))

  return async ({ event, text, reference }) => {
    await signIn() // days may have passed
    const own = (await incidents()).filter(({ id }) => !older.has(id))
    const incident = own.find(one => reference === null || one.reference === reference)
    if (!incident) throw new Error('There is no incident to answer')
    const path = `/towns/${townKey}/incidents/${encodeURIComponent(incident.id)}`
    const { rev } = incidentDetail.parse(await call('GET', path))
    if (text) await call('POST', `${path}/answers`, { rev, answerId: randomUUID(), text, close: event === 'closed' })
    else await call('PATCH', path, { rev, status: 'resolved' })
  }
}
