import { checkFlow, type Subject } from './check-flow.ts'
import { type Answer, subjectAfter, type Task } from './tasks.ts'

let subject: Subject | null = null

self.addEventListener('message', ({ data }: MessageEvent<Task>) => {
  subject = subjectAfter(subject, data)
  const answer: Answer = { count: data.count, findings: checkFlow(subject) }
  self.postMessage(answer)
})
