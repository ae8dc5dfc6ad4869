import { Worker } from 'node:worker_threads'
import type { FailingTest, Flow, FlowTest, Problem, TownData } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { CheckAnswer, CheckJob } from './check-job.ts'

const LIMIT_MS = 20_000 // the largest drawing an officer can make is checked in a few seconds
const MAX_WAITING_OF_A_TOWN = 5
const MAX_MEMORY_MB = 512

export type Checks = ReturnType<typeof createChecks>

interface Waiting {
  townKey: string
  job: CheckJob
  resolve: (answer: CheckAnswer) => void
  reject: (error: unknown) => void
}

/**
 * Checks drawings in a thread of its own, one after the other and each town in turn: a drawing of thousands of steps
 * takes seconds, and citizens are answered meanwhile. What takes longer than `limitMs` is given up as too large.
 */
export function createChecks({ limitMs = LIMIT_MS }: { limitMs?: number } = {}) {
  const waiting: Waiting[] = []
  let thread: Promise<Worker> | null = null
  let isBusy = false
  let servedLast = ''

  function end(worker: Worker): void {
    thread = null
    void worker.terminate()
  }

  /** One job, answered or given up. */
  async function answered(job: CheckJob): Promise<CheckAnswer> {
    thread ??= startThread()
    const worker = await thread.catch(error => {
      thread = null
      throw error
    })
    return new Promise((resolve, reject) => {
      const giveUp = (error: unknown) => {
        end(worker)
        reject(error)
      }
      const timer = setTimeout(() => giveUp(new AppError('too_large', 'check')), limitMs)
      worker.removeAllListeners('message').removeAllListeners('error')
      worker.once('message', (answer: CheckAnswer) => {
        clearTimeout(timer)
        resolve(answer)
      })
      worker.once('error', error => {
        clearTimeout(timer)
        giveUp(isOutOfMemory(error) ? new AppError('too_large', 'check', { cause: error }) : error)
      })
      worker.postMessage(job)
    })
  }

  async function work(): Promise<void> {
    isBusy = true
    while (waiting.length > 0) {
      const turn = waiting.findIndex(({ townKey }) => townKey !== servedLast)
      const [next] = waiting.splice(Math.max(0, turn), 1)
      if (!next) break
      servedLast = next.townKey
      await answered(next.job).then(next.resolve, next.reject)
    }
    isBusy = false
  }

  function ask(townKey: string, job: CheckJob): Promise<CheckAnswer> {
    const own = waiting.filter(one => one.townKey === townKey).length
    if (own >= MAX_WAITING_OF_A_TOWN) throw new AppError('too_many', 'check', { retryAfterSeconds: limitMs / 1_000 })
    return new Promise((resolve, reject) => {
      waiting.push({ townKey, job, resolve, reject })
      if (!isBusy) void work()
    })
  }

  return {
    /** What the checker finds in a drawing, next to the other flows that citizens meet. */
    async problems(flow: Flow, town: TownData, others: readonly Flow[]): Promise<Problem[]> {
      const answer = await ask(town.key, { kind: 'problems', flow, town, others })
      return answer.kind === 'problems' ? answer.problems : []
    },

    /** Those of these tests that do not pass. */
    async failing(
      flow: Flow,
      town: TownData,
      others: readonly Flow[],
      tests: readonly FlowTest[],
    ): Promise<FailingTest[]> {
      const answer = await ask(town.key, { kind: 'tests', flow, town, others, tests })
      return answer.kind === 'tests' ? answer.failing : []
    },

    /** Ends the thread; what is asked afterwards starts another. */
    async close(): Promise<void> {
      const worker = await thread?.catch(() => null)
      thread = null
      await worker?.terminate()
    },
  }
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** A thread that has read its code. It keeps no process alive. */
async function startThread(): Promise<Worker> {
  const worker = threadOf()
  worker.unref()
  await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  return worker
}

function threadOf(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MAX_MEMORY_MB }
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./checking-thread.js', import.meta.url), { resourceLimits })
  }
  // run from its sources: a worker thread cannot read TypeScript by itself, nor inherits what reads it for this thread
  const loader = import.meta.resolve('tsx/esm/api')
  const code = `import('${loader}').then(({ tsImport }) => tsImport('./checking-thread.ts', '${import.meta.url}'))`
  return new Worker(code, { eval: true, execArgv: ['--conditions=source'], resourceLimits })
}
