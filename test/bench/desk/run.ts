// `npm run bench:desk`: the incident feed of a town with ten thousand incidents, in the store, on the screen and live.
// `-- --json` for programs, `-- --incidents 1000` and `-- --reports 50` for other sizes.

import { chromium } from 'playwright-core'
import { createClient } from '../../api-client.ts'
import { findChromium } from '../../browser/find-chromium.mjs'
import { PASSWORD } from '../../channels/town-server.ts'
import type { Figure } from '../report.ts'
import { report } from '../report.ts'
import { type FullTown, openFullTown } from './full-town.ts'
import { liveFigures } from './live.ts'
import { screenFigures } from './screen.ts'
import { storeFigures } from './store.ts'

const isJson = process.argv.includes('--json')
const sizeOf = (option: string, otherwise: number) => {
  const at = process.argv.indexOf(option)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const incidents = sizeOf('--incidents', 10_000)
const reports = sizeOf('--reports', 300)

/** The screens of somebody who is signed in. */
async function atTheDesk({ url, double }: FullTown): Promise<Figure[]> {
  const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium())
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ca-ES' })
    const client = createClient(url)
    await client.post('/session', { email: 'officer@manresa.example', password: PASSWORD })
    const cookies = client
      .cookies()
      .split('; ')
      .map(pair => pair.split('='))
    await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url })))
    const page = await context.newPage()
    await page.addInitScript('globalThis.__name = value => value') // tsx wraps functions so; the page does not know it
    return await screenFigures(page, url, double, incidents)
  } finally {
    await browser.close()
  }
}

let inStore: Figure[] = []
const town = await openFullTown(incidents, async (runtime, commands) => {
  inStore = await storeFigures(runtime, commands)
})
try {
  report(`${incidents} incidents in the store`, inStore, isJson)
  report('Live', await liveFigures(town.url, town.double, reports), isJson)
  report('At the desk', await atTheDesk(town), isJson)
} finally {
  await town.close() // it is a process of its own, and would go on
}
process.exit(0)
