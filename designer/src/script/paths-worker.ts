import { type AllPaths, allPaths, type PathProgress, type PathsOptions } from '@pregoner/shared'

export type FromPathsWorker = { kind: 'progress'; progress: PathProgress } | { kind: 'done'; paths: AllPaths }

/** Walks all paths beside the screen and tells how far it has come. */
self.onmessage = ({ data }: MessageEvent<PathsOptions>) => {
  const walk = allPaths(data)
  for (let step = walk.next(); ; step = walk.next()) {
    const answer: FromPathsWorker = step.done
      ? { kind: 'done', paths: step.value }
      : { kind: 'progress', progress: step.value }
    self.postMessage(answer)
    if (step.done) return
  }
}
