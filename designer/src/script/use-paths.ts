import type { AllPaths, Flow, Language, PathProgress, PathsOptions, TownData } from '@pregoner/shared'
import { useEffect, useState } from 'react'
import type { FromPathsWorker } from './paths-worker.ts'

const SAMPLE_NAME = 'Joana'
const HOUR_OF_THE_WALK = 'T09:30:00.000Z' // in the morning of Europe, when somebody is there

export interface Paths {
  paths: AllPaths | null
  progress: PathProgress | null
  hasFailed: boolean
}

const nothing: Paths = { paths: null, progress: null, hasFailed: false }

/** All paths of a drawing in one language, walked in a worker. The same day gives the same script. */
export function usePaths(
  flow: Flow | undefined,
  others: readonly Flow[] | undefined,
  town: TownData,
  language: Language,
  day: string,
): Paths {
  const [found, setFound] = useState(nothing)
  useEffect(() => {
    setFound(nothing)
    if (!flow || !others) return
    const worker = new Worker(new URL('./paths-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<FromPathsWorker>) =>
      setFound(data.kind === 'done' ? { ...nothing, paths: data.paths } : { ...nothing, progress: data.progress })
    worker.onerror = () => setFound({ ...nothing, hasFailed: true })
    const options: PathsOptions = {
      flow,
      others,
      town,
      language,
      name: SAMPLE_NAME,
      at: new Date(`${day}${HOUR_OF_THE_WALK}`),
    }
    worker.postMessage(options)
    return () => worker.terminate()
  }, [flow, others, town, language, day])
  return found
}
