import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from './log.ts'
import { createRuntime } from './runtime.ts'
import { readSettings } from './settings.ts'

test('closing does not wait for a client that never finishes what it says', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-test-'))
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  const runtime = await createRuntime({ settings, log: createLog('silent'), pagesFolder: null })
  const { port, hostname } = new URL(await runtime.listen())
  const silent = connect(Number(port), hostname)
  const half = connect(Number(port), hostname)
  await Promise.all([once(silent, 'connect'), once(half, 'connect')])
  half.write('POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{')
  for (const socket of [silent, half]) socket.on('error', () => {})

  const started = performance.now()
  await runtime.close()
  expect(performance.now() - started).toBeLessThan(5_000)
  await rm(dataDir, { recursive: true, force: true })
})
