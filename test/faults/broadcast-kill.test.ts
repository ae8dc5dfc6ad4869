import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog, createRuntime, readSettings, seedTown, startEmbeddedDatabase } from '@pregoner/runtime'
import { everySubscriber } from '@pregoner/shared'
import { type Connection, createConnection } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BroadcastRow } from '../../runtime/src/stores/broadcast-store.ts'
import type { Recipient } from '../../runtime/src/stores/recipient-store.ts'
import type { Send } from '../../runtime/src/stores/send-store.ts'
import { freePort } from '../bench/free-port.ts'
import { startWhatsAppDouble, type WhatsAppDouble } from '../whatsapp-double/index.ts'
import { ACCESS_TOKEN, APP_SECRET, secrets } from './open-server.ts'
import { prepareServer, type ServerProcess } from './server-process.ts'
import { addSubscribers, subscriberPhone } from './subscribers.ts'
import { PHONE_NUMBER_ID, vila } from './vila.ts'

const PEOPLE = 180
const KILLS = 3
const NOTICE = 'notice'
const MAX_DRAIN_MS = 40_000

let dataDir: string
let double: WhatsAppDouble
let env: Record<string, string>

/** Looks into the database, or changes it, while no server has it open. */
async function within<Result>(look: (connection: Connection) => Promise<Result>): Promise<Result> {
  const database = await startEmbeddedDatabase(join(dataDir, 'database'))
  const connection = await createConnection(database.uri).asPromise()
  try {
    return await look(connection)
  } finally {
    await connection.close()
    await database.close()
  }
}

beforeAll(async () => {
  spawnSync('npx', ['tsc', '-b', 'runtime'], { stdio: 'inherit' })
  dataDir = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'pregoner-broadcast-'))
  const port = await freePort()
  double = await startWhatsAppDouble({ channels: [], retryDelaysMs: Array<number>(2_000).fill(100) })
  double.setLimits({ window: false })
  double.addChannel({
    ...{ phoneNumberId: PHONE_NUMBER_ID, displayNumber: '34910000001', appSecret: APP_SECRET },
    ...{ accessToken: ACCESS_TOKEN, webhookUrl: `http://127.0.0.1:${port}/webhooks/whatsapp/vila` },
  })
  for (let index = 0; index < PEOPLE; index++)
    double.person({ phone: subscriberPhone(index), channel: PHONE_NUMBER_ID })
  env = { PORT: String(port), DATA_DIR: dataDir, WHATSAPP_API_URL: double.url, SEED_DEMO: '0' }
  const settings = readSettings({ ...env, LOG_LEVEL: 'silent' })
  const runtime = await createRuntime({ settings, log: createLog('silent'), pagesFolder: null })
  await seedTown(runtime, vila, secrets, new Date())
  const topics = [{ id: 'news', name: { ca: 'Notícies' } }]
  await runtime.stores.towns.save({ ...vila.town, topics, allowedHosts: [] })
  const segment = { ...everySubscriber, topicIds: ['news'] }
  const draft = { name: 'Tall', text: { ca: 'Demà no hi ha aigua' }, pictureId: null, segment }
  await runtime.stores.broadcasts.create('vila', NOTICE, draft, 'Joana', new Date())
  await runtime.stores.broadcasts.begin('vila', NOTICE, 1, 'Joana', new Date())
  await runtime.close()
  await within(connection =>
    addSubscribers(connection, { town: 'vila', channelId: 'vila', topicId: 'news', count: PEOPLE, at: new Date() }),
  )
})
afterAll(async () => {
  await double?.close()
  if (dataDir) await rm(dataDir, { recursive: true, force: true })
})

const inboxOf = (index: number) => double.person({ phone: subscriberPhone(index) }).inbox
const arrived = () => Array.from({ length: PEOPLE }, (_, index) => inboxOf(index).length)
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

async function until(isTrue: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = Date.now() + MAX_DRAIN_MS
  while (!(await isTrue())) {
    if (Date.now() > end) return false
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return true
}

const unfinished = async () => {
  const metrics = await (await fetch(`http://127.0.0.1:${env.PORT}/metrics`)).text()
  const figure = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(metrics)?.[1] ?? -1)
  return figure('pregoner_inbox_pending') + figure('pregoner_sends_unfinished')
}

test(`a notice that is killed ${KILLS} times on its way reaches everybody, and nobody twice but by C10`, async () => {
  let server: ServerProcess = prepareServer(env)
  for (let kills = 0; kills < KILLS; kills++) {
    const next = prepareServer(env)
    await server.go()
    const wanted = sum(arrived()) + 10 + Math.floor(Math.random() * 30)
    await until(() => sum(arrived()) >= Math.min(wanted, PEOPLE - 20))
    await server.kill()
    server = next
  }
  const killed = sum(arrived())
  await server.go()
  await double.settled(MAX_DRAIN_MS)
  // What was claimed when it was killed waits half a minute for a report: all that could still come have come by now.
  const isHanded = async () => sum(arrived()) + (await unfinished()) >= PEOPLE
  expect(await until(isHanded)).toBe(true)
  await double.settled(MAX_DRAIN_MS)
  await server.stop()
  await within(async connection => {
    const claimed = connection.collection<Send>('sends')
    await claimed.updateMany({ st: { $in: ['queued', 'sending'] } }, { $set: { nextAt: new Date() } })
  })
  const last = prepareServer(env)
  await last.go()
  expect(await until(async () => (await unfinished()) === 0)).toBe(true)
  await double.settled(MAX_DRAIN_MS)
  await last.stop()

  const { sends, recipients, notice } = await within(async connection => ({
    sends: await connection.collection<Send>('sends').find({ broadcastId: NOTICE }).toArray(),
    recipients: await connection.collection<Recipient>('broadcast_recipients').find({ broadcastId: NOTICE }).toArray(),
    notice: await connection.collection<BroadcastRow>('broadcasts').findOne({ _id: NOTICE }),
  }))
  const attempts = new Map(sends.map(({ _id, attempts }) => [_id, attempts]))
  const twice = arrived().flatMap((count, index) => (count > 1 ? inboxOf(index).slice(0, 1) : []))
  const unexplained = twice.filter(({ callbackData }) => (attempts.get(callbackData ?? '') ?? 0) < 2)
  console.table({
    ...{ kills: KILLS, people: PEOPLE, 'arrived when it was killed last': killed, sends: sends.length },
    ...{ 'arrived in all': sum(arrived()), 'arrived twice (C10)': twice.length, 'not explained': unexplained.length },
  })
  expect(killed).toBeLessThan(PEOPLE)
  expect(arrived().filter(count => count === 0)).toEqual([]) // nobody is skipped
  expect(unexplained).toEqual([])
  expect(sends).toHaveLength(PEOPLE) // one message each, however often its list was taken up again
  expect(new Set(sends.map(({ convId }) => convId)).size).toBe(PEOPLE)
  expect(sends.filter(({ st }) => !['accepted', 'delivered', 'read'].includes(st))).toEqual([])
  expect(recipients.map(({ st }) => st)).toEqual(Array(PEOPLE).fill('handed'))
  expect(notice).toMatchObject({ state: 'sent' })
}, 300_000)
