import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog, createRuntime, readSettings, seedTown } from '@pregoner/runtime'
import { demoTowns } from '@pregoner/seeds'
import { startWhatsAppDouble } from '../whatsapp-double/index.ts'
import { type Figure, quantile } from './figure.ts'

const TOWN = 'sant-cebria'
const secrets = {
  password: 'not used here',
  whatsapp: { appSecret: 'app-secret', verifyToken: 'verify-token', accessToken: 'access-token' },
}
/** How many citizens write at the same time. */
const CROWDS = [1, 16, 64]
const TURNS_A_CROWD = 640
const WORDS = ['hola', 'Accepto', '1', '0', '5', 'Una queixa sobre la neteja', 'Sense ubicació', 'Sense foto']

async function startServer(onCommand: () => void) {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-bench-'))
  const double = await startWhatsAppDouble({ channels: [] })
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir, WHATSAPP_API_URL: double.url })
  const runtime = await createRuntime({ settings, log: createLog('silent'), pagesFolder: null, onCommand })
  const demo = demoTowns(new Date()).find(({ town }) => town.key === TOWN)
  if (!demo) throw new Error(`${TOWN} is not among the demo towns`)
  await seedTown(runtime, demo, secrets, new Date())
  const url = await runtime.listen()
  const { appSecret, accessToken } = secrets.whatsapp
  double.addChannel({
    phoneNumberId: `demo-${TOWN}`,
    displayNumber: '34910000001',
    appSecret,
    accessToken,
    webhookUrl: `${url}/webhooks/whatsapp/${TOWN}`,
  })
  return {
    double,
    runtime,
    async close() {
      await double.settled().catch(() => {})
      await runtime.close()
      await double.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

type Server = Awaited<ReturnType<typeof startServer>>

interface Times {
  /** From the webhook to its 200. */
  acknowledgements: number[]
  /** From the webhook to the answer on the citizen's phone. */
  replies: number[]
}

/** One citizen's conversation: writes, waits for the answer, writes again. Adds the times of every turn, in milliseconds. */
async function talk({ double }: Server, phone: string, turns: number, times: Times): Promise<void> {
  const person = double.person({ phone, channel: `demo-${TOWN}` })
  for (let turn = 0; turn < turns; turn++) {
    const started = performance.now()
    const before = person.inbox.length
    await person.sends(WORDS[turn % WORDS.length] ?? '')
    times.acknowledgements.push(performance.now() - started)
    await person.waitFor(before + 1, 30_000)
    times.replies.push(performance.now() - started)
  }
}

async function crowd(server: Server, people: number, count: () => number): Promise<Figure[]> {
  const times: Times = { acknowledgements: [], replies: [] }
  const { acknowledgements, replies } = times
  const commandsBefore = count()
  const turns = Math.max(WORDS.length, Math.round(TURNS_A_CROWD / people / WORDS.length) * WORDS.length)
  const started = performance.now()
  await Promise.all(
    Array.from({ length: people }, (_, index) =>
      talk(server, `34${people}${String(index).padStart(7, '0')}`, turns, times),
    ),
  )
  const seconds = (performance.now() - started) / 1000
  await server.double.settled(30_000)
  const name = `webhook.${people}_at_once`
  return [
    { name: `${name}.ack_median`, value: quantile(acknowledgements, 0.5), unit: 'ms', against: null },
    { name: `${name}.ack_p99`, value: quantile(acknowledgements, 0.99), unit: 'ms', against: null },
    { name: `${name}.reply_median`, value: quantile(replies, 0.5), unit: 'ms', against: null },
    { name: `${name}.reply_p99`, value: quantile(replies, 0.99), unit: 'ms', against: null },
    { name: `${name}.turns_per_second`, value: replies.length / seconds, unit: '/s', against: null },
    {
      name: `${name}.commands_per_turn`,
      value: (count() - commandsBefore) / replies.length,
      unit: 'commands',
      against: null,
    },
  ]
}

/** Webhook in, reply out, over the real protocol with the embedded database; database commands counted exactly. */
export async function serverFigures(): Promise<Figure[]> {
  let commands = 0
  const server = await startServer(() => {
    commands += 1
  })
  try {
    await crowd(server, 8, () => commands)
    const figures: Figure[] = []
    for (const people of CROWDS) figures.push(...(await crowd(server, people, () => commands)))
    return figures
  } finally {
    await server.close()
  }
}
