import type { Page } from 'playwright-core'
import { quantile } from '../report.ts'

/** How smoothly something was drawn: frames a second and the slowest twentieth, in milliseconds. */
export interface Smoothness {
  fps: number
  p95: number
}

/** Runs in the page before anything else: notes when the first step can be seen. */
export const noteFirstPaint = (): void => {
  const seen = window as unknown as { firstPaintMs?: number }
  const look = () => {
    const node = document.querySelector('.react-flow__node')
    if (node && getComputedStyle(node).visibility === 'visible') seen.firstPaintMs = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** What it took until a step was seen. */
export interface Opening {
  /** Since the beginning of the navigation; whatever else the machine does is in it. */
  ms: number
  /** Processor time of the page's main thread: the same whatever else the machine does. */
  cpuMs: number
}

export type OpenPage = (url: string) => Promise<Opening>

/** Tells how long the page's main thread has worked so far, in milliseconds of the processor. */
export async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
  }
}

/** Opens addresses in this page and tells when the first step was seen. */
export async function openerOf(page: Page): Promise<OpenPage> {
  const work = await workOf(page)
  return async url => {
    await page.goto(url) // another site is another process: the one that is counted has the program already
    await page.waitForFunction(() => 'firstPaintMs' in window)
    await page.goto(url)
    await page.waitForFunction(() => 'firstPaintMs' in window)
    const cpuMs = await work() // counted from the navigation on
    const ms = await page.evaluate(() => (window as unknown as { firstPaintMs: number }).firstPaintMs)
    return { ms, cpuMs }
  }
}

/** Frames drawn while `act` is done in the page. */
export async function smoothnessOf(page: Page, act: () => Promise<void>): Promise<Smoothness> {
  await page.evaluate(() => {
    const kept = window as unknown as { frames: number[]; isWatching: boolean }
    kept.frames = []
    kept.isWatching = true
    const note = (at: number) => {
      kept.frames.push(at)
      if (kept.isWatching) requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  await act()
  const frames = await page.evaluate(() => {
    const kept = window as unknown as { frames: number[]; isWatching: boolean }
    kept.isWatching = false
    return kept.frames
  })
  const lasts = frames.slice(1).map((at, index) => at - (frames[index] ?? at))
  const whole = (frames.at(-1) ?? 0) - (frames[0] ?? 0)
  return { fps: whole > 0 ? (lasts.length * 1_000) / whole : 0, p95: quantile(lasts, 0.95) }
}

const MOVES = 60

/** Drags the mouse from one place to another in steps, one a frame. */
export async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let move = 1; move <= MOVES; move++) {
    const back = move > MOVES / 2 ? MOVES - move : move
    await page.mouse.move(from.x + (by.x * back * 2) / MOVES, from.y + (by.y * back * 2) / MOVES)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await page.mouse.up()
}
