import type { Flow, FlowTest, TestResult, TownData } from '@pregoner/shared'
import { useEffect, useRef, useState } from 'react'
import type { FromWorker, ToWorker } from './test-worker.ts'

const PAUSE_MS = 300 // after the last stroke of a key

export interface TestRun {
  results: ReadonlyMap<string, TestResult>
  /** The drawing the results are of; another one is being tried meanwhile. */
  isRunning: boolean
}

const nothing: TestRun = { results: new Map(), isRunning: false }

/** Runs the tests in a worker whenever the drawing, the tests or the town have changed and the officer pauses. */
export function useTestRun(
  flow: Flow,
  town: TownData,
  others: readonly Flow[] | undefined,
  tests: readonly FlowTest[] | undefined,
): TestRun {
  const [run, setRun] = useState(nothing)
  const worker = useRef<Worker | null>(null)
  const count = useRef(0)
  const hasTests = (tests?.length ?? 0) > 0

  useEffect(() => {
    if (!hasTests || !others) return
    const made = new Worker(new URL('./test-worker.ts', import.meta.url), { type: 'module' })
    worker.current = made
    made.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.run === count.current) setRun({ results: new Map(data.results), isRunning: false })
    }
    made.postMessage({ kind: 'town', town, others } satisfies ToWorker)
    return () => {
      worker.current = null
      made.terminate()
    }
  }, [town, others, hasTests])

  useEffect(() => {
    if (!tests || tests.length === 0) {
      setRun(nothing)
      return
    }
    setRun(before => ({ ...before, isRunning: true }))
    const timer = setTimeout(() => {
      count.current++
      worker.current?.postMessage({ kind: 'run', run: count.current, flow, tests } satisfies ToWorker)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [flow, town, others, tests])

  return run
}
