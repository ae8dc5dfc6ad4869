import type { Page } from 'playwright-core'
import type { Figure } from '../report.ts'
import { workOf } from './frames.ts'

const LETTERS = 'Una frase escrita a poc a poc. '

/** Watches the main thread from now on. */
const watchLongTasks = (page: Page) =>
  page.evaluate(() => {
    const kept = window as unknown as { longest: number }
    kept.longest = 0
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) kept.longest = Math.max(kept.longest, duration)
    }).observe({ entryTypes: ['longtask'] })
  })
const longestTask = (page: Page) => page.evaluate(() => (window as unknown as { longest: number }).longest)

/** What is felt at our own desk: typing into a step, the save that follows, undo. */
export async function deskFigures(page: Page, url: string): Promise<Figure[]> {
  await page.goto(url)
  await page.waitForFunction(() => 'firstPaintMs' in window)
  await page.waitForTimeout(1_000) // what else opening brings: counts, problems
  await page
    .locator('.react-flow__node')
    .nth(2)
    .click({ position: { x: 60, y: 20 } })
  const field = page.getByRole('complementary').locator('textarea').first()
  await field.click()
  const work = await workOf(page)
  await watchLongTasks(page)
  const before = await work()
  const saving = page.waitForRequest(request => request.method() === 'PUT')
  await field.pressSequentially(LETTERS)
  const typing = await longestTask(page)
  const letter = ((await work()) - before) / LETTERS.length
  const request = await saving
  const response = await request.response()
  await response?.finished()
  const { requestStart, responseEnd } = request.timing()
  await watchLongTasks(page)
  await page
    .locator('.react-flow__pane')
    .focus()
    .catch(() => {})
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Desfés/ }).click()
  await page.waitForTimeout(200)
  const undo = await longestTask(page)
  const bytes = Buffer.byteLength(request.postData() ?? '')
  return [
    { name: 'work of a letter, with checks', value: letter, unit: 'ms CPU', against: 'a frame lasts 17' },
    { name: 'longest task while typing', value: typing, unit: 'ms', against: `${LETTERS.length} letters` },
    { name: 'save, request to answer', value: responseEnd - requestStart, unit: 'ms', against: `${bytes} bytes sent` },
    { name: 'longest task of an undo', value: undo, unit: 'ms', against: 'one step' },
  ]
}
