// Preloaded before the server: reads all its code, then waits for a line on standard input. So the next server gets
// ready while the present one still runs, and a restart costs what opening the data costs.
import { once } from 'node:events'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  await import('../../runtime/dist/runtime.js')
  await import('../../runtime/dist/calendars/public-holidays.js')
  process.stdout.write('waiting\n')
  await once(process.stdin, 'data')
  process.stdin.destroy()
}
