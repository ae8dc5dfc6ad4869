import type { Page } from 'playwright-core'
import { drag, type Opening, type OpenPage, type Smoothness, smoothnessOf } from './frames.ts'

const OPENINGS = 9

/** What is measured on any canvas, ours or a bare one. */
export interface CanvasFigures {
  pan: Smoothness
  drag: Smoothness
  zoomedOutPan: Smoothness
  /** Elements of the canvas at working zoom, and with everything in view. */
  elements: number
  elementsZoomedOut: number
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The median opening of each address, opened in turn so that they meet the same machine. */
export async function measureOpenings(open: OpenPage, urls: readonly string[]): Promise<Opening[]> {
  const all = urls.map((): Opening[] => [])
  for (let opening = 0; opening <= OPENINGS; opening++) {
    for (const [at, url] of urls.entries()) {
      const one = await open(url)
      if (opening > 0) all[at]?.push(one) // the first fills the browser's cache
    }
  }
  return all.map(own => ({ ms: median(own.map(({ ms }) => ms)), cpuMs: median(own.map(({ cpuMs }) => cpuMs)) }))
}

const elementsIn = (page: Page) => page.evaluate(() => document.querySelectorAll('.react-flow *').length)

/** A place of the canvas with nothing on it, or with the head of a step. */
async function placeOn(page: Page, wanted: 'nothing' | 'step'): Promise<{ x: number; y: number }> {
  const place = await page.evaluate(what => {
    const frame = document.querySelector('.react-flow')?.getBoundingClientRect()
    if (!frame) return null
    const first = { x: frame.x + frame.width * 0.3, y: frame.y + frame.height * 0.25 }
    for (let y = first.y; y < frame.bottom - 80; y += 9) {
      for (let x = first.x; x < frame.right - 60; x += 17) {
        const under = document.elementFromPoint(x, y)
        const isStep = under?.closest('.react-flow__node') !== null && !under?.closest('button, .react-flow__handle')
        if (what === 'step' ? isStep : under?.matches('.react-flow__pane')) return { x, y }
      }
    }
    return null
  }, wanted)
  if (!place) throw new Error(`no place with ${wanted} on the canvas`)
  return place
}

async function zoomOut(page: Page): Promise<void> {
  const { x, y } = await placeOn(page, 'nothing')
  await page.mouse.move(x, y)
  for (let turn = 0; turn < 14; turn++) {
    await page.mouse.wheel(0, 240)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await page.waitForTimeout(300)
}

/** Opens a canvas, pans, drags and looks at it from afar. */
export async function measureCanvas(page: Page, url: string): Promise<CanvasFigures> {
  await page.goto(url)
  await page.waitForFunction(() => 'firstPaintMs' in window)
  await page.waitForTimeout(1_000) // whatever is still being fetched or measured
  const elements = await elementsIn(page)
  const empty = await placeOn(page, 'nothing')
  const pan = await smoothnessOf(page, () => drag(page, empty, { x: -280, y: -120 }))
  const step = await placeOn(page, 'step')
  const dragged = await smoothnessOf(page, () => drag(page, step, { x: 160, y: 90 }))
  await zoomOut(page)
  const elementsZoomedOut = await elementsIn(page)
  const far = await placeOn(page, 'nothing')
  const zoomedOutPan = await smoothnessOf(page, () => drag(page, far, { x: -120, y: -60 }))
  return { pan, drag: dragged, zoomedOutPan, elements, elementsZoomedOut }
}
