import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareServer } from '../faults/server-process.ts'
import { startWhatsAppDouble } from '../whatsapp-double/index.ts'
import { crowd } from './crowd.ts'
import { freePort } from './free-port.ts'
import { type Figure, quantile } from './report.ts'
import { connectNumbers, runtimeFor, seed } from './town.ts'

const COUNTS: [inFlight: number, messages: number][] = [
  [1, 300],
  [16, 1_500],
  [64, 3_000],
]

/** The real server in its own process, embedded database and all: webhook in, reply at the platform. */
export async function webhookFigures(): Promise<Figure[]> {
  spawnSync('npx', ['tsc', '-b', 'runtime'], { stdio: 'ignore' })
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-bench-'))
  const port = await freePort()
  const double = await startWhatsAppDouble({ channels: [] })
  const env = { PORT: String(port), DATA_DIR: dataDir, WHATSAPP_API_URL: double.url }
  const runtime = await runtimeFor(env)
  await seed(runtime)
  await runtime.close()
  connectNumbers(double, `http://127.0.0.1:${port}`)
  const server = prepareServer(env)
  await server.go()
  await crowd(double, 16, 500) // warm
  const figures: Figure[] = []
  for (const [inFlight, messages] of COUNTS) {
    const started = performance.now()
    const timings = await crowd(double, inFlight, messages)
    const seconds = (performance.now() - started) / 1_000
    const answered = timings.map(({ answeredMs }) => answeredMs)
    const replied = timings.map(({ repliedMs }) => repliedMs)
    const against = `${inFlight} in flight`
    figures.push(
      { name: 'webhook to 200, median', value: quantile(answered, 0.5), unit: 'ms', against },
      { name: 'webhook to 200, p99', value: quantile(answered, 0.99), unit: 'ms', against },
      { name: 'webhook to reply, median', value: quantile(replied, 0.5), unit: 'ms', against },
      { name: 'webhook to reply, p99', value: quantile(replied, 0.99), unit: 'ms', against },
      { name: 'turns', value: timings.length / seconds, unit: 'a second', against },
    )
  }
  await server.stop()
  await double.close()
  await rm(dataDir, { recursive: true, force: true })
  return figures
}
