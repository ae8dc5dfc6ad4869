import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure.ts'

const folder = fileURLToPath(new URL('../../designer/dist', import.meta.url))

/** Files this script needs before it can run: its static imports, and theirs. */
function closure(name: string, found: Set<string>): void {
  if (found.has(name)) return
  found.add(name)
  const source = readFileSync(join(folder, 'assets', name), 'utf8')
  for (const [, next] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) if (next) closure(next, found)
}

const sizeOf = (path: string, isPacked: boolean) => {
  const bytes = readFileSync(path)
  return isPacked ? gzipSync(bytes).length : bytes.length
}

/** What a browser fetches to show the sign-in page: gzip for texts, as they are for fonts, which are packed already. */
export function firstPageFigures(): Figure[] {
  if (!existsSync(join(folder, 'index.html'))) throw new Error('The pages are not built yet: npm run build')
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const linked = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].flatMap(([, name]) => name ?? [])
  const all = readdirSync(join(folder, 'assets'))
  const page = all.filter(name => /^sign-in-page-.*\.(js|css)$/.test(name))
  const scripts = new Set<string>()
  for (const name of [...linked, ...page]) if (name.endsWith('.js')) closure(name, scripts)
  const styles = new Set([...linked, ...page].filter(name => name.endsWith('.css')))
  const fonts = all.filter(name => /latin-wght-normal.*\.woff2$/.test(name) && !name.includes('ext'))
  const sum = (names: Iterable<string>, isPacked: boolean) =>
    [...names].reduce((total, name) => total + sizeOf(join(folder, 'assets', name), isPacked), 0)
  const script = sum(scripts, true)
  const style = sum(styles, true)
  const font = sum(fonts, false)
  return [
    { name: 'first_page.scripts', value: script / 1024, unit: 'KiB gzip', against: null },
    { name: 'first_page.styles', value: style / 1024, unit: 'KiB gzip', against: null },
    { name: 'first_page.font', value: font / 1024, unit: 'KiB', against: null },
    { name: 'first_page.all', value: (script + style + font) / 1024, unit: 'KiB', against: null },
  ]
}
