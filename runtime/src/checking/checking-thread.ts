import { parentPort } from 'node:worker_threads'
import { type CheckAnswer, type CheckJob, doCheckJob } from './check-job.ts'

const tell = (answer: CheckAnswer): void => parentPort?.postMessage(answer)

parentPort?.on('message', (job: CheckJob) => tell(doCheckJob(job)))
tell({ kind: 'ready' })
