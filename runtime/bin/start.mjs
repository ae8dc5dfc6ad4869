// The one command of a newcomer: installs what is missing, builds what has changed, starts. Plain JavaScript, because
// nothing is installed yet when it runs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const marks = join(root, '.cache')
const say = text => process.stdout.write(`  ${text}\n`)

/** All files below these folders that can change a build. */
function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', 'data', '.git', '.cache'].includes(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sources(path)
    else yield path
  }
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function run(words, command, args) {
  say(words)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    say(`That did not work: ${command} ${args.join(' ')}`)
    process.exit(status ?? 1)
  }
}

/** Runs `work` unless its mark says that it has been done for this very fingerprint. */
function once(name, print, isThere, work) {
  const mark = join(marks, name)
  if (isThere && existsSync(mark) && readFileSync(mark, 'utf8') === print) return
  work()
  mkdirSync(marks, { recursive: true })
  writeFileSync(mark, print)
}

export function install() {
  const print = fingerprint([join(root, 'package.json'), join(root, 'package-lock.json')])
  once('installed', print, existsSync(join(root, 'node_modules')), () =>
    run('Installing what Pregoner needs (a minute or two, once)…', 'npm', [
      'install',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]),
  )
}

export function build() {
  const folders = ['shared', 'seeds', 'runtime', 'designer']
  const print = fingerprint(
    [...folders.flatMap(name => [...sources(join(root, name))]), join(root, 'tsconfig.json')].sort(),
  )
  once('built', print, existsSync(join(root, 'designer/dist/index.html')), () => {
    run('Building…', 'npx', ['tsc', '-b', 'shared', 'seeds', 'runtime'])
    run('Building the pages…', 'npx', ['vite', 'build', 'designer', '--logLevel', 'warn'])
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    say(`Pregoner needs Node.js 20.19 or newer; this is ${process.versions.node}.`)
    process.exit(1)
  }
  install()
  build()
  process.chdir(root)
  process.setSourceMapsEnabled(true)
  await import('../dist/main.js') // in this very process: whoever stops it stops the server
}
