import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { flowsOf, fresh, take, turns } from './conversation.ts'
import type { Figure } from './report.ts'

/** Bytes of a session after some turns, as JSON. */
export function sessionFigures(): Figure[] {
  const flows = flowsOf(0)
  const sizeAfter = (count: number) => {
    let session = fresh(1)
    for (let turn = 0; turn < count; turn++) {
      const text = turns[turn % turns.length] ?? ''
      session = take(flows, session, text, `message-${String(turn).padStart(24, '0')}`).session
    }
    return Buffer.byteLength(JSON.stringify(session))
  }
  const [seven, thousand] = [sizeAfter(7), sizeAfter(1_000)]
  return [
    { name: 'session at turn 7', value: seven, unit: 'bytes', against: 'JSON' },
    { name: 'session at turn 1,000', value: thousand, unit: 'bytes', against: 'JSON' },
    { name: 'turn 1,000 / turn 7', value: thousand / seven, unit: 'ratio', against: 'no growth is 1' },
  ]
}

const dist = new URL('../../designer/dist/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, dist))

const importsIn = (code: string) =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)].map(([, file = '']) => `assets/${file}`)

/** Scripts and styles a chunk loads besides, when it is imported later. */
function alongWith(entry: string, chunk: RegExp): string[] {
  const names = JSON.parse(/m\.f\|\|\(m\.f=(\[.*?\])\)/.exec(entry)?.[1] ?? '[]') as string[]
  const call = new RegExp(`${chunk.source}["'\`]\\)[^_]*__vite__mapDeps\\(\\[([\\d,]*)\\]\\)`).exec(entry)?.[1] ?? ''
  return call.split(',').flatMap(index => (index === '' ? [] : (names[Number(index)] ?? [])))
}

/** What the browser loads before somebody can sign in: `index.html` and all it asks for. */
export function firstPageFigures(): Figure[] {
  const html = read('index.html').toString()
  const asked = [...html.matchAll(/(?:src|href)="\/([\w./-]+\.(?:js|css))"/g)].map(([, path = '']) => path)
  const entry = asked.find(path => /assets\/index-.*\.js$/.test(path))
  const files = new Set(asked)
  const open = [...asked, ...(entry ? alongWith(read(entry).toString(), /app-[\w-]+\.js/) : [])]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    files.add(path)
    if (path.endsWith('.js')) open.push(...importsIn(read(path).toString()).filter(one => !files.has(one)))
  }
  const zipped = (paths: string[]) => paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0)
  const all = [...files]
  const size = (ending: string) => zipped(all.filter(path => path.endsWith(ending))) / 1_000
  return [
    { name: 'first page, scripts', value: size('.js'), unit: 'kB gzip', against: `${all.length} files` },
    { name: 'first page, styles', value: size('.css'), unit: 'kB gzip', against: `${all.length} files` },
    {
      name: 'first page, all',
      value: (zipped(all) + zipped(['index.html'])) / 1_000,
      unit: 'kB gzip',
      against: 'sign-in',
    },
  ]
}
