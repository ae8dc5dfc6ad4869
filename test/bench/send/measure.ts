import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedTown, startEmbeddedDatabase } from '@pregoner/runtime'
import { everySubscriber } from '@pregoner/shared'
import { createConnection } from 'mongoose'
import { createClient } from '../../api-client.ts'
import { secrets } from '../../faults/open-server.ts'
import { prepareServer } from '../../faults/server-process.ts'
import { addSubscribers } from '../../faults/subscribers.ts'
import { vila } from '../../faults/vila.ts'
import { freePort } from '../free-port.ts'
import { runtimeFor } from '../town.ts'
import type { Measured } from './platform.ts'

export interface Wanted {
  people: number
  /** The platform's limit of the number; the sender keeps nine tenths of it. */
  messagesPerSecond: number
  repliesPerSecond: number
  maxSeconds: number
}

export interface Outcome extends Measured {
  /** From the moment it was sent off to the first message at the platform. */
  firstMs: number
  /** The server's own heap at its largest, beside the database's. */
  heapBytes: number
  heapAtRestBytes: number
}

const ADMIN = { email: 'admin@bench.example', password: 'bench-password-1' }
const LOOK_MS = 250

const answerOf = async (platform: ChildProcess, question: string): Promise<unknown> => {
  platform.send(question)
  const [answer] = await once(platform, 'message')
  return answer
}

/** One notice to so many people, from the officer's click to the last status, through a server in its own process. */
export async function measure({ people, messagesPerSecond, repliesPerSecond, maxSeconds }: Wanted): Promise<Outcome> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-send-'))
  const [port, platformPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const platform = fork(new URL('platform.ts', import.meta.url), {
    execArgv: ['--import', 'tsx', '--conditions=source'],
    env: {
      ...process.env,
      ...{ PORT: String(platformPort), WEBHOOK_URL: `${url}/webhooks/whatsapp/vila` },
      REPLIES_PER_SECOND: String(repliesPerSecond),
    },
  })
  await once(platform, 'message')
  const env = {
    ...{ PORT: String(port), DATA_DIR: dataDir, WHATSAPP_API_URL: `http://127.0.0.1:${platformPort}`, SEED_DEMO: '0' },
    ...{ ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password },
  }
  const runtime = await runtimeFor(env)
  await seedTown(runtime, vila, secrets, new Date())
  await runtime.stores.towns.save({
    ...vila.town,
    topics: [{ id: 'news', name: { ca: 'Notícies' } }],
    allowedHosts: [],
  })
  await runtime.stores.channels.change('vila', 'vila', { messagesPerSecond })
  const segment = { ...everySubscriber, topicIds: ['news'] }
  const draft = { name: 'Tall', text: { ca: 'Demà no hi ha aigua' }, pictureId: null, segment }
  await runtime.stores.broadcasts.create('vila', 'notice', draft, 'Joana', new Date())
  await runtime.close()
  const database = await startEmbeddedDatabase(join(dataDir, 'database'))
  const connection = await createConnection(database.uri).asPromise()
  const group = { town: 'vila', channelId: 'vila', topicId: 'news', count: people, at: new Date() }
  await addSubscribers(connection, group)
  await connection.close()
  await database.close()

  const server = prepareServer(env)
  await server.go()
  const heap = async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text()
    return Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(metrics)?.[1] ?? 0)
  }
  const officer = createClient(url)
  await officer.post('/session', ADMIN)
  await new Promise(resolve => setTimeout(resolve, 2_000)) // citizens write already: what is measured is not its first words
  await answerOf(platform, 'begin')
  const heapAtRestBytes = await heap()
  let heapBytes = heapAtRestBytes
  const begunAt = Date.now()
  const sent = await officer.post('/towns/vila/broadcasts/notice/send', { rev: 1 })
  if (sent.status !== 200) throw new Error(`The notice was not sent: ${sent.status} ${JSON.stringify(sent.body)}`)
  const read = async () => (await answerOf(platform, 'measured')) as Measured
  let measured = await read()
  while (measured.total < people && Date.now() - begunAt < maxSeconds * 1_000) {
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
    heapBytes = Math.max(heapBytes, await heap())
    measured = await read()
  }
  await server.stop()
  platform.kill()
  await rm(dataDir, { recursive: true, force: true })
  return { ...measured, firstMs: (measured.firstAt ?? Number.NaN) - begunAt, heapBytes, heapAtRestBytes }
}
