// Finds a Chromium to test with, and gets one when there is none: the system's, one an npm package ships, Debian's.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const SHIPPED = '@sparticuz/chromium@153.0.0'
const usualPlaces = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const starts = path =>
  path !== undefined &&
  existsSync(path) &&
  spawnSync(path, ['--version', '--no-sandbox', '--headless'], { timeout: 20_000 }).status === 0

const installed = () => usualPlaces.find(starts)

/** Debian's own package, where this user may install one. */
function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stdout.write('  Installing Chromium for the browser tests…\n')
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore', env })
  return installed()
}

/** The one an npm package carries, unpacked; it runs where its system libraries are. */
async function fromNpm() {
  const folder = join(root, '.cache/chromium')
  process.stdout.write('  Fetching Chromium from npm for the browser tests…\n')
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--no-save', '--prefix', folder, SHIPPED]
  if (spawnSync('npm', args, { cwd: root, stdio: 'ignore' }).status !== 0) return undefined
  const { default: chromium } = await import(join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js'))
  const path = await chromium.executablePath()
  return starts(path) ? path : undefined
}

/** The path of a Chromium that starts. Throws, saying how to get one, when there is none. */
export async function findChromium() {
  const path = installed() ?? (await fromNpm().catch(() => undefined)) ?? fromDebian()
  if (path) return path
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
}
