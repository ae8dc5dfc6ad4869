// Development: the runtime from its sources, restarted on every change, beside Vite for the pages.
import { spawn } from 'node:child_process'

const commands: [string, string[]][] = [
  ['npx', ['tsx', 'watch', '--conditions=source', 'runtime/src/main.ts']],
  ['npx', ['vite', 'designer', '--host', '127.0.0.1']],
]
const children = commands.map(([command, args]) => spawn(command, args, { stdio: 'inherit' }))
const stop = () => {
  for (const child of children) child.kill()
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
for (const child of children) child.on('exit', stop)
