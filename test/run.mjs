// `npm test`: installs what the tests need, runs them all, and says at the end how many there were.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, install } from '../runtime/bin/start.mjs'
import { findChromium } from './browser/find-chromium.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const results = join(root, '.cache/results')
const only = process.argv.slice(2)
const counts = { passed: 0, failed: 0 }

function run(title, command, args, env = {}) {
  const started = Date.now()
  process.stdout.write(`\n── ${title}\n`)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  process.stdout.write(
    `── ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s\n`,
  )
  return status === 0
}

function vitest(project, env) {
  const file = join(results, `${project}.json`)
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const isGreen = run(
    `${project} tests`,
    'npx',
    ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', project, ...reporters, ...only],
    env,
  )
  if (!existsSync(file)) counts.failed += 1
  else {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'))
    counts.passed += numPassedTests
    counts.failed += numFailedTests + (isGreen || numFailedTests > 0 ? 0 : 1)
  }
}

function check(title, command, args) {
  counts[run(title, command, args) ? 'passed' : 'failed'] += 1
}

install()
mkdirSync(results, { recursive: true })
const chromium = await findChromium()
check('types', 'npx', ['tsc', '-b'])
check('types of the tests', 'npx', ['tsc', '-p', 'test'])
check('lint', 'npx', ['biome', 'check', '--error-on-warnings', '.'])
build()
vitest('unit')
vitest('faults')
vitest('browser', { CHROMIUM_PATH: chromium })
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`)
process.exit(counts.failed === 0 ? 0 : 1)
