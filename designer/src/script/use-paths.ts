import type { AllPaths, Flow, Language, PathProgress, PathsOptions, TownData } from '@pregoner/shared'
import { useEffect, useState } from 'react'
import type { FromPathsWorker } from './paths-worker.ts'

const SAMPLE_NAME = 'Joana'
const HOUR_OF_THE_WALK = 'T09:30:00.000Z' // in the morning of Europe, when somebody is there

/** All paths in one language. */
export interface ScriptPart {
  language: Language
  paths: AllPaths
}

export interface Paths {
  /** One part for each language, when all have been walked. */
  parts: readonly ScriptPart[] | null
  progress: PathProgress | null
  hasFailed: boolean
}

const nothing: Paths = { parts: null, progress: null, hasFailed: false }

/** How far the walk has come when it is done once for each language. */
const inAll = ({ covered, all }: PathProgress, done: readonly unknown[], languages: readonly unknown[]) => ({
  covered: covered + all * done.length,
  all: all * languages.length,
})

/** All paths of a drawing in these languages, walked in a worker. The same day gives the same script. */
export function usePaths(
  flow: Flow | undefined,
  others: readonly Flow[] | undefined,
  town: TownData,
  languages: readonly Language[],
  day: string,
): Paths {
  const [found, setFound] = useState(nothing)
  useEffect(() => {
    setFound(nothing)
    if (!flow || !others) return
    const worker = new Worker(new URL('./paths-worker.ts', import.meta.url), { type: 'module' })
    const parts: ScriptPart[] = []
    const walk = () => {
      const language = languages[parts.length]
      if (!language) return setFound({ ...nothing, parts })
      const at = new Date(`${day}${HOUR_OF_THE_WALK}`)
      worker.postMessage({ flow, others, town, language, name: SAMPLE_NAME, at } satisfies PathsOptions)
    }
    worker.onmessage = ({ data }: MessageEvent<FromPathsWorker>) => {
      const language = languages[parts.length]
      if (data.kind === 'progress') return setFound({ ...nothing, progress: inAll(data.progress, parts, languages) })
      if (language) parts.push({ language, paths: data.paths })
      walk()
    }
    worker.onerror = () => setFound({ ...nothing, hasFailed: true })
    walk()
    return () => worker.terminate()
  }, [flow, others, town, languages, day])
  return found
}
