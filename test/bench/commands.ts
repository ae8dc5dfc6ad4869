import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quiet } from '../channels/town-server.ts'
import { startWhatsAppDouble } from '../whatsapp-double/index.ts'
import { crowd } from './crowd.ts'
import type { Figure } from './report.ts'
import { connectNumbers, runtimeFor, seed } from './town.ts'

const COUNTS: [inFlight: number, messages: number][] = [
  [1, 200],
  [16, 1_000],
  [64, 2_000],
]

/** Every command the driver sends while people converse, by its own account: sweeps and delivery reports included. */
export async function commandFigures(isTelling: boolean): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-bench-'))
  const double = await startWhatsAppDouble({ channels: [] })
  const env = { DATA_DIR: dataDir, WHATSAPP_API_URL: double.url }
  const seen = new Map<string, number>()
  const runtime = await runtimeFor(env, name => seen.set(name, (seen.get(name) ?? 0) + 1))
  await seed(runtime)
  const url = await runtime.listen()
  connectNumbers(double, url)
  const server = { url, runtime, double, close: async () => {} }
  await crowd(double, 16, 200) // warm
  const figures: Figure[] = []
  for (const [inFlight, messages] of COUNTS) {
    await quiet(server)
    seen.clear()
    const timings = await crowd(double, inFlight, messages)
    await quiet(server)
    const commands = [...seen.values()].reduce((sum, count) => sum + count, 0)
    const against = `${inFlight} in flight`
    figures.push({ name: 'database commands a turn', value: commands / timings.length, unit: 'commands', against })
    if (!isTelling) continue
    console.log(`\nCommands a turn, ${against}`)
    console.table([...seen].sort((a, b) => b[1] - a[1]).map(([name, count]) => ({ name, 'a turn': count / messages })))
  }
  await runtime.close()
  await double.close()
  await rm(dataDir, { recursive: true, force: true })
  return figures
}
