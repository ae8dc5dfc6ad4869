import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog, createRuntime, type Runtime, readSettings, seedPeople, seedTown } from '@pregoner/runtime'
import { type DemoTown, demoTowns } from '@pregoner/seeds'
import { type Clock, type ManualClock, startWhatsAppDouble, type WhatsAppDouble } from '../whatsapp-double/index.ts'

export const APP_SECRET = 'app-secret-for-tests'
export const ACCESS_TOKEN = 'access-token-for-tests'
export const VERIFY_TOKEN = 'verify-token-for-tests'
export const PASSWORD = 'vila-de-proves'

/** A whole server with demo towns, and WhatsApp's double on the other side of its webhooks. */
export interface TownServer {
  url: string
  runtime: Runtime
  double: WhatsAppDouble
  close(): Promise<void>
}

export interface TownServerOptions {
  /** Keys of the demo towns to create. */
  towns: string[]
  clock?: Clock
  pagesFolder?: string | null
  /** Whether the demo people can sign in; their password takes a moment to hash. */
  withPeople?: boolean
}

const secrets = {
  password: PASSWORD,
  whatsapp: { appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, accessToken: ACCESS_TOKEN },
}

const wantedTowns = (keys: readonly string[], now: Date): DemoTown[] =>
  demoTowns(now).filter(({ town }) => keys.includes(town.key))

/** Starts it all in this process, on free ports, with data of its own that is gone afterwards. */
export async function startTownServer(options: TownServerOptions): Promise<TownServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-test-'))
  const clock = options.clock
  const double = await startWhatsAppDouble({ channels: [], ...(clock && { clock }) })
  const settings = readSettings({
    PORT: '0',
    DATA_DIR: dataDir,
    WHATSAPP_API_URL: double.url,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  })
  const now = clock?.now ?? (() => new Date())
  const log = createLog(settings.LOG_LEVEL)
  const runtime = await createRuntime({ settings, log, now, pagesFolder: options.pagesFolder ?? null })
  const towns = wantedTowns(options.towns, now())
  for (const demo of towns) await seedTown(runtime, demo, secrets, now())
  if (options.withPeople) await seedPeople(runtime, towns, PASSWORD, undefined)
  const url = await runtime.listen()
  for (const { town } of towns) {
    double.addChannel({
      phoneNumberId: `demo-${town.key}`,
      displayNumber: '34910000001',
      appSecret: APP_SECRET,
      accessToken: ACCESS_TOKEN,
      verifyToken: VERIFY_TOKEN,
      webhookUrl: `${url}/webhooks/whatsapp/${town.key}`,
    })
  }
  return {
    url,
    runtime,
    double,
    async close() {
      await double.settled().catch(() => {})
      await runtime.close()
      await double.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const QUIET_CHECKS = 2

/** Resolves when nothing is under way: no webhook, no step, no send. Throws when that takes too long. */
export async function quiet({ runtime, double }: TownServer, timeoutMs = 20_000): Promise<void> {
  const end = Date.now() + timeoutMs
  for (let calm = 0; calm < QUIET_CHECKS; ) {
    await new Promise(resolve => setTimeout(resolve, 5))
    await double.settled(timeoutMs)
    calm = runtime.isIdle() ? calm + 1 : 0
    if (Date.now() > end) throw new Error(`The server is not quiet after ${timeoutMs} ms`)
  }
}

const FAR = new Date('2100-01-01T00:00:00Z')
const MANY = 500

/** The conversations that wait for something now. */
export async function waitingNow({ runtime }: TownServer): Promise<ReadonlySet<string>> {
  return new Set((await runtime.stores.conversations.due(FAR, MANY)).map(({ _id }) => _id))
}

/**
 * Moves the clock on, stopping wherever a wait ends, so that what follows counts from there. Waits of `others`, who are
 * looked at by nobody any more, end all together at the end.
 */
export async function letTimePass(
  server: TownServer,
  clock: ManualClock,
  minutes: number,
  others: ReadonlySet<string>,
): Promise<void> {
  const end = new Date(clock.now().getTime() + minutes * 60_000)
  for (;;) {
    const waiting = await server.runtime.stores.conversations.due(end, MANY)
    const dueAt = waiting.find(({ _id }) => !others.has(_id))?.session.wait?.dueAt
    if (!dueAt) break
    if (new Date(dueAt) > clock.now()) clock.advance(new Date(dueAt).getTime() - clock.now().getTime())
    await server.runtime.sweep()
    await quiet(server)
  }
  clock.advance(end.getTime() - clock.now().getTime())
  await server.runtime.sweep()
}
