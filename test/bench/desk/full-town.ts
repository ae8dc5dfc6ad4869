import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Runtime, seedPeople, seedTown } from '@pregoner/runtime'
import { demoTowns } from '@pregoner/seeds'
import { ACCESS_TOKEN, APP_SECRET, PASSWORD, VERIFY_TOKEN } from '../../channels/town-server.ts'
import { prepareServer } from '../../faults/server-process.ts'
import { startWhatsAppDouble, type WhatsAppDouble } from '../../whatsapp-double/index.ts'
import { freePort } from '../free-port.ts'
import { runtimeFor } from '../town.ts'
import { openMany } from './many-incidents.ts'

const secrets = {
  password: PASSWORD,
  whatsapp: { appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, accessToken: ACCESS_TOKEN },
}

/** The real server in a process of its own, with a town full of incidents. */
export interface FullTown {
  url: string
  double: WhatsAppDouble
  close(): Promise<void>
}

/** Fills a town; `look` sees its database before the server starts, with a count of the commands sent to it. */
export async function openFullTown(
  count: number,
  look: (runtime: Runtime, commands: () => number) => Promise<void>,
): Promise<FullTown> {
  spawnSync('npx', ['tsc', '-b', 'runtime'], { stdio: 'ignore' })
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-bench-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const double = await startWhatsAppDouble({ channels: [] })
  const env = { PORT: String(port), DATA_DIR: dataDir, WHATSAPP_API_URL: double.url }
  let commands = 0
  const runtime = await runtimeFor(env, () => {
    commands += 1
  })
  const towns = demoTowns(new Date()).filter(({ town }) => town.key === 'manresa')
  for (const town of towns) await seedTown(runtime, town, secrets, new Date())
  await seedPeople(runtime, towns, PASSWORD, undefined)
  await openMany(runtime, count)
  await look(runtime, () => commands)
  await runtime.close()
  double.addChannel({
    phoneNumberId: 'demo-manresa',
    displayNumber: '34910000001',
    appSecret: APP_SECRET,
    accessToken: ACCESS_TOKEN,
    verifyToken: VERIFY_TOKEN,
    webhookUrl: `${url}/webhooks/whatsapp/manresa`,
  })
  const server = prepareServer(env)
  await server.go()
  return {
    url,
    double,
    async close() {
      await server.stop()
      await double.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
