// `npm test`: installs what the tests need, runs them all, and says at the end how many there were.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, install } from '../runtime/bin/start.mjs'
import { findChromium } from './browser/find-chromium.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const results = join(root, '.cache/results')
const only = process.argv.slice(2)
const counts = { passed: 0, failed: 0 }

/** Runs a command and tells whether it went well. `isHeld` keeps what it prints together until it has ended. */
async function run(title, command, args, { env = {}, isHeld = false } = {}) {
  const started = Date.now()
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', isHeld ? 'pipe' : 'inherit', isHeld ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env },
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => said.push(part))
  if (!isHeld) process.stdout.write(`\n── ${title}\n`)
  const [status] = await once(child, 'close')
  if (isHeld) process.stdout.write(`\n── ${title}\n${Buffer.concat(said)}`)
  const seconds = Math.round((Date.now() - started) / 1000)
  process.stdout.write(`── ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`)
  return status === 0
}

async function vitest(project, options) {
  const file = join(results, `${project}.json`)
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const isGreen = await run(
    `${project} tests`,
    'npx',
    ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', project, ...reporters, ...only],
    options,
  )
  if (!existsSync(file)) counts.failed += 1
  else {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'))
    counts.passed += numPassedTests
    counts.failed += numFailedTests + (isGreen || numFailedTests > 0 ? 0 : 1)
  }
}

async function check(title, command, args) {
  counts[(await run(title, command, args)) ? 'passed' : 'failed'] += 1
}

install()
mkdirSync(results, { recursive: true })
const chromium = await findChromium()
await check('types', 'npx', ['tsc', '-b'])
await check('types of the tests', 'npx', ['tsc', '-p', 'test'])
await check('lint', 'npx', ['biome', 'check', '--error-on-warnings', '.'])
build()
await vitest('unit')
// A killed server and a person at a browser both wait most of the time: together they take little longer than one.
await Promise.all([vitest('faults', { isHeld: true }), vitest('browser', { env: { CHROMIUM_PATH: chromium } })])
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`)
process.exit(counts.failed === 0 ? 0 : 1)
