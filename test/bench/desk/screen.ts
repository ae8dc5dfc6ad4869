import type { Page } from 'playwright-core'
import type { WhatsAppDouble } from '../../whatsapp-double/index.ts'
import { smoothnessOf } from '../designer/frames.ts'
import { type Figure, quantile } from '../report.ts'
import { beginReport } from './live.ts'

const INCIDENTS = '/t/manresa/incidents'
const WHEELS = 120
const WHEEL_PX = 400
const FILTERS = ['status=new', 'departmentId=neteja', 'category=calcada', 'due=late', 'text=fanal', '']
const REPORTS = 30

const drawn = (page: Page) => page.locator('a[data-status]').first().waitFor()
const elements = (page: Page, within: string) =>
  page.evaluate(part => document.querySelectorAll(`${part} *`).length, within)

/** Follows links inside the page, as a filter does, and tells when the list of the new address has been drawn. */
const filterBy = (page: Page, search: string) =>
  page.evaluate(
    async to => {
      const started = performance.now()
      const old = document.querySelector('li[data-index]')
      history.pushState({ idx: 0 }, '', to)
      window.dispatchEvent(new PopStateEvent('popstate', { state: { idx: 0 } }))
      const isDrawn = () => !old?.isConnected && document.querySelector('li[data-index] a') !== null
      while (!isDrawn()) await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      return performance.now() - started
    },
    `${INCIDENTS}${search ? `?${search}` : ''}`,
  )

/** What is felt at the desk: opening, scrolling, filtering, and how soon a report is on the list. */
export async function screenFigures(page: Page, url: string, double: WhatsAppDouble, count: number): Promise<Figure[]> {
  const against = `${count} incidents`
  await page.goto(`${url}${INCIDENTS}`)
  await drawn(page)
  await page.locator('.maplibregl-marker:not([hidden])').first().waitFor() // names of districts may be hidden
  await page.waitForTimeout(1_000)
  const listBox = await page.locator('ul:has(> li[data-index])').boundingBox()
  await page.mouse.move((listBox?.x ?? 0) + 100, (listBox?.y ?? 0) + 200)
  let most = 0
  const scroll = await smoothnessOf(page, async () => {
    for (let turn = 0; turn < WHEELS; turn++) {
      await page.mouse.wheel(0, WHEEL_PX)
      await page.evaluate(() => new Promise(requestAnimationFrame))
      if (turn % 20 === 0) most = Math.max(most, await elements(page, 'ul:has(> li[data-index])'))
    }
  })
  const rows = await page.locator('li[data-index]').count()
  const onMap = await elements(page, '.maplibregl-map')
  const all = await elements(page, 'body')

  let asked = 0
  let bytes = 0
  page.on('response', async response => {
    if (!response.url().includes('/api/') || response.url().includes('/media/')) return
    asked += 1
    bytes += (await response.body().catch(() => Buffer.alloc(0))).length
  })
  const times: number[] = []
  for (const search of FILTERS) {
    times.push(await filterBy(page, search))
    await page.waitForTimeout(600) // the map's answer
  }
  const perChange = { requests: asked / FILTERS.length, kilobytes: bytes / FILTERS.length / 1_024 }

  await page.evaluate(() => {
    const kept = window as unknown as { seen: [string, number][] }
    kept.seen = []
    // Reports of one second stand in the order of their ids: WhatsApp tells no more than the second.
    const top = () => [...document.querySelectorAll('li[data-index]')].slice(0, 8).map(row => row.textContent)
    const look = () => kept.seen.push([top().join(' '), Date.now()])
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
  })
  const arrivals: number[] = []
  for (let report = 0; report < REPORTS; report++) {
    const { where, finish } = await beginReport(double)
    const started = Date.now()
    await finish()
    const seen = await page.waitForFunction(
      what => (window as unknown as { seen: [string, number][] }).seen.find(([words]) => words.includes(what))?.[1],
      where,
    )
    arrivals.push(((await seen.jsonValue()) ?? 0) - started)
  }
  const byReports = `${REPORTS} reports, one by one`
  return [
    { name: 'scroll', value: scroll.fps, unit: 'fps', against },
    { name: 'scroll, slowest twentieth', value: scroll.p95, unit: 'ms', against: 'a frame lasts 17' },
    { name: 'rows in the page', value: rows, unit: 'rows', against },
    { name: 'elements of the list, most', value: most, unit: 'elements', against },
    { name: 'elements of the map', value: onMap, unit: 'elements', against },
    { name: 'elements of the page', value: all, unit: 'elements', against },
    {
      name: 'filter to list drawn, median',
      value: quantile(times, 0.5),
      unit: 'ms',
      against: `${times.length} filters`,
    },
    {
      name: 'filter to list drawn, slowest',
      value: Math.max(...times),
      unit: 'ms',
      against: `${times.length} filters`,
    },
    { name: 'requests a filter', value: perChange.requests, unit: 'requests', against },
    { name: 'answers a filter', value: perChange.kilobytes, unit: 'KB', against: 'with all places, without photos' },
    { name: 'webhook to row, median', value: quantile(arrivals, 0.5), unit: 'ms', against: byReports },
    { name: 'webhook to row, slowest', value: Math.max(...arrivals), unit: 'ms', against: byReports },
  ]
}
