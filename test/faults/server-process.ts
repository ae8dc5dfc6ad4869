import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The real server in a process of its own, which can be killed at any moment. */
export interface ServerProcess {
  /** Kept when all code has been read. */
  ready: Promise<unknown>
  /** Opens the data and serves; resolves when it listens, or has died before. */
  go(): Promise<void>
  /** `SIGKILL`: nothing is flushed, closed or told. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** What it wrote to standard error. */
  readonly complaints: string
}

function output(child: ChildProcess, words: string): Promise<unknown> {
  let said = ''
  const heard = new Promise<void>(resolve => {
    child.stdout?.on('data', part => {
      said += part
      if (said.includes(words)) resolve()
    })
  })
  return Promise.race([heard, once(child, 'exit')])
}

/** Starts a process that has read the server's code and waits for `go`. */
export function prepareServer(env: Record<string, string>): ServerProcess {
  const gate = new URL('gate.mjs', import.meta.url).href
  const child = spawn(process.execPath, ['--import', gate, 'runtime/dist/main.js'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', LOG_LEVEL: 'error', ...env },
  })
  const exited = once(child, 'exit')
  const ready = output(child, 'waiting\n')
  let complaints = ''
  child.stderr.on('data', part => {
    complaints += part
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited
  }
  return {
    ready,
    async go() {
      await ready
      const listening = output(child, 'Pregoner is ready')
      child.stdin.write('go\n')
      await listening
      if (child.exitCode !== null) throw new Error(`The server ended by itself: ${complaints}`)
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    get complaints() {
      return complaints
    },
  }
}
