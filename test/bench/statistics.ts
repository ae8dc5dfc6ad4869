import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type { Runtime } from '@pregoner/runtime'
import { vila } from '../faults/vila.ts'
import type { Figure } from './report.ts'
import { runtimeFor } from './town.ts'

const PING_MS = 5
const AGAINST = '100,000 events over 12 months'

const scope = { townKey: 'vila', role: 'officer' as const, departments: [], personId: '', personName: '' }

/** How long others have to wait meanwhile: in this thread, and for the database. */
async function waitsDuring({ stores }: Runtime, work: () => Promise<unknown>) {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  let longestReadMs = 0
  let isOver = false
  async function readOn(): Promise<void> {
    while (!isOver) {
      const begun = performance.now()
      await stores.sends.stateOf('none')
      longestReadMs = Math.max(longestReadMs, performance.now() - begun)
      await new Promise(resolve => setTimeout(resolve, PING_MS))
    }
  }
  const reading = readOn()
  delays.enable()
  await work()
  delays.disable()
  isOver = true
  await reading
  return { longestBlockMs: delays.max / 1e6, longestReadMs }
}

async function cpuMsOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** What the figures of a year cost a process that has never counted them, and what they cost the next time. */
export async function statisticsFigures(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-bench-'))
  const now = new Date()
  const script = fileURLToPath(new URL('year-of-a-town.ts', import.meta.url))
  execFileSync(process.execPath, ['--import', 'tsx', script, dataDir, now.toISOString()])
  const runtime = await runtimeFor({ DATA_DIR: dataDir })
  const { towns, statistics, dayFacts } = runtime.stores
  await towns.save({ ...vila.town, allowedHosts: [] })
  const read = () => statistics.townStatistics(scope, { period: '12m' }, now)
  const counting = await cpuMsOf(() => dayFacts.settle('vila', vila.town.timeZone))
  const costs = { first: await cpuMsOf(read), second: await cpuMsOf(read) }
  const shorter = await waitsDuring(runtime, read)
  await dayFacts.forgetTown('vila')
  const longer = await waitsDuring(runtime, read)
  await runtime.close()
  await rm(dataDir, { recursive: true, force: true })
  return [
    { name: 'counting a year in the background, once', value: counting, unit: 'ms CPU', against: AGAINST },
    { name: 'statistics of a year, first read', value: costs.first, unit: 'ms CPU', against: AGAINST },
    { name: 'statistics of a year, second read', value: costs.second, unit: 'ms CPU', against: AGAINST },
    { name: 'longest block, a year nobody has counted', value: longer.longestBlockMs, unit: 'ms', against: AGAINST },
    {
      name: 'longest wait of another read, a year nobody has counted',
      value: longer.longestReadMs,
      unit: 'ms',
      against: AGAINST,
    },
    { name: 'longest block, a year that is counted', value: shorter.longestBlockMs, unit: 'ms', against: AGAINST },
    {
      name: 'longest wait of another read, a year that is counted',
      value: shorter.longestReadMs,
      unit: 'ms',
      against: AGAINST,
    },
  ]
}
