import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import type { Express } from 'express'
import express from 'express'

/** Addresses that the browser app shows by itself. */
const pages = [
  '/',
  '/signin',
  '/account',
  '/join',
  '/new-town',
  '/t/*path',
  '/chat/:town',
  '/subscribe/:town',
  '/track',
  '/track/:reference',
  '/my-data/:token',
]
const YEAR_MS = 365 * 86_400_000

/** What a content security policy allows by name: the scripts that stand in the page itself, by their hashes. */
export function inlineScripts(folder: string): string[] {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) return [] // while developing, vite serves the pages
  return [...readFileSync(page, 'utf8').matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
}

/** Serves the built browser app; its page answers for every address that is one of its own. */
export function servePages(app: Express, folder: string): void {
  // Only these files, which hold no secret, are compressed: answers of the API could be guessed by their length.
  const compressed = compression()
  app.use(
    '/assets',
    compressed,
    express.static(join(folder, 'assets'), { immutable: true, maxAge: YEAR_MS, index: false }),
  )
  app.use(compressed, express.static(folder, { index: false, dotfiles: 'ignore' }))
  app.get(pages, (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder })
  })
}
