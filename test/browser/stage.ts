import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { PASSWORD, startTownServer, type TownServer } from '../channels/town-server.ts'
import type { Clock } from '../whatsapp-double/index.ts'
import { findChromium } from './find-chromium.mjs'
import { watchPage } from './watched-page.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const screens = join(root, '.cache/screens')
/** Another build of the designer can be tried by naming its folder. */
const pagesFolder = process.env.DESIGNER_DIST ?? join(root, 'designer/dist')

const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const PATIENCE_MS = 15_000

async function buildPages(): Promise<void> {
  if (existsSync(join(pagesFolder, 'index.html'))) return
  await promisify(execFile)('npx', ['vite', 'build', 'designer'], { cwd: root })
}

/** One person's own browser, with nobody signed in yet. */
export type Visit = Awaited<ReturnType<Stage['visit']>>
export type Stage = Awaited<ReturnType<typeof openStage>>

/** A whole server with demo towns, and a browser in front of it; `clock` is the server's, never the browser's. */
export async function openStage(towns: string[], clock?: Clock) {
  await buildPages()
  const server: TownServer = await startTownServer({ towns, pagesFolder, withPeople: true, ...(clock && { clock }) })
  const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium())
  const browser: Browser = await chromium.launch({ executablePath, args: chromiumArgs })

  async function visit(options: BrowserContextOptions = {}) {
    const context = await browser.newContext({
      baseURL: server.url,
      locale: 'ca-ES',
      timezoneId: 'Europe/Madrid',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    return { context, page, ...watchPage(page, server.url) }
  }

  /** Signs a demo person in through the form, and leaves them at `path`. */
  async function enterAs(page: Page, email: string, path: string): Promise<void> {
    await page.goto(`/signin?to=${encodeURIComponent(path)}`)
    await page.getByLabel('Adreça electrònica').fill(email)
    await page.getByLabel('Contrasenya', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Entra', exact: true }).click()
    await page.waitForURL(url => url.pathname === path)
  }

  const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>()

  /** The same in a browser of their own; who has signed in before is remembered. */
  async function signIn(email: string, path: string, options: BrowserContextOptions = {}) {
    const one = await visit(options)
    const cookies = signedIn.get(email)
    if (cookies) {
      await one.context.addCookies(cookies)
      await one.page.goto(path)
      return one
    }
    await enterAs(one.page, email, path)
    signedIn.set(email, await one.context.cookies())
    return one
  }

  const shoot = (page: Page, name: string) => page.screenshot({ path: join(screens, `${name}.png`) })

  /** What every open page shows, for whoever looks into a failed test. */
  async function shootAll(name: string): Promise<void> {
    const pages = browser.contexts().flatMap(context => context.pages())
    await Promise.allSettled(pages.map((page, index) => shoot(page, `failed-${name}-${index}`)))
  }

  return {
    ...server,
    browser,
    visit,
    enterAs,
    signIn,
    shoot,
    shootAll,
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
