import { checkFlow, type Subject } from './check-flow.ts'
import type { Desk, OpenDesk } from './checker.ts'
import { subjectAfter } from './tasks.ts'

/** Checks beside the page, in a thread of its own. Throws where the browser does not let it. */
export const openWorkerDesk: OpenDesk = (onAnswer, onFail): Desk => {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }) => onAnswer(data))
  worker.addEventListener('error', onFail)
  worker.addEventListener('messageerror', onFail)
  return { take: task => worker.postMessage(task), close: () => worker.terminate() }
}

const IDLE_LIMIT_MS = 2_000 // somebody who never stops typing is still told

const whenIdle = (run: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: IDLE_LIMIT_MS })
    return () => cancelIdleCallback(handle)
  }
  const handle = setTimeout(run, 300)
  return () => clearTimeout(handle)
}

/** Checks in the page itself, when it has nothing else to do: for browsers without workers. */
export const openIdleDesk: OpenDesk = (onAnswer): Desk => {
  let subject: Subject | null = null
  let cancel = () => {}
  return {
    take(task) {
      const taken = subjectAfter(subject, task)
      subject = taken
      cancel = whenIdle(() => onAnswer({ count: task.count, findings: checkFlow(taken) }))
    },
    close: () => cancel(),
  }
}
