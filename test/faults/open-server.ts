import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createLog,
  createRuntime,
  type Runtime,
  readSettings,
  seedTown,
  startEmbeddedDatabase,
} from '@pregoner/runtime'
import { type Connection, createConnection } from 'mongoose'
import { type Clock, startWhatsAppDouble, type WhatsAppDouble } from '../whatsapp-double/index.ts'
import { PHONE_NUMBER_ID, vila } from './vila.ts'

export const APP_SECRET = 'app-secret-for-tests'
export const ACCESS_TOKEN = 'access-token-for-tests'
export const VERIFY_TOKEN = 'verify-token-for-tests'

/** A whole server whose database can be looked into from outside. */
export interface OpenServer {
  url: string
  runtime: Runtime
  double: WhatsAppDouble
  /** A connection of the test's own. */
  connection: Connection
  /** Another WhatsApp number of the town, live at once. */
  addChannel(key: string): Promise<void>
  close(): Promise<void>
}

export const secrets = {
  password: randomBytes(8).toString('hex'),
  whatsapp: { appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, accessToken: ACCESS_TOKEN },
}

/** Starts a server for the town of the fault tests, in this process. */
export async function startOpenServer(clock?: Clock): Promise<OpenServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-faults-'))
  const database = await startEmbeddedDatabase(join(dataDir, 'database'))
  const double = await startWhatsAppDouble({ channels: [], ...(clock && { clock }) })
  const settings = readSettings({
    PORT: '0',
    DATA_DIR: dataDir,
    MONGODB_URI: database.uri,
    WHATSAPP_API_URL: double.url,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  })
  const now = clock?.now ?? (() => new Date())
  const runtime = await createRuntime({ settings, log: createLog(settings.LOG_LEVEL), now, pagesFolder: null })
  await seedTown(runtime, vila, secrets, now())
  await runtime.stores.towns.save({ ...vila.town, allowedHosts: [] }) // services refuse at once, without the network
  const url = await runtime.listen()
  const connection = await createConnection(database.uri).asPromise()

  const inDouble = (key: string, phoneNumberId: string) =>
    double.addChannel({
      phoneNumberId,
      displayNumber: '34910000001',
      appSecret: APP_SECRET,
      accessToken: ACCESS_TOKEN,
      verifyToken: VERIFY_TOKEN,
      webhookUrl: `${url}/webhooks/whatsapp/${key}`,
    })
  inDouble('vila', PHONE_NUMBER_ID)

  return {
    url,
    runtime,
    double,
    connection,
    async addChannel(key) {
      const channel = { key, kind: 'whatsapp', townKey: 'vila', displayNumber: null, phoneNumberId: key } as const
      await runtime.stores.channels.save({ ...channel, state: 'live', pausedReason: null }, secrets.whatsapp)
      inDouble(key, key)
    },
    async close() {
      await double.settled().catch(() => {})
      await connection.close()
      await runtime.close()
      await double.close()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
