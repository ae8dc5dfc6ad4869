import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { bigFlow } from '../bench/designer/big-flow.ts'
import { countCalls } from './function-calls.ts'
import { handsOf } from './hands.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = 'manresa'
const STEPS = 1_000
const MAX_ELEMENTS = 3_000
const MAX_FIRST_LOAD_KB = 300
/** A card may be drawn a few times for one deed, for its place and for its facts; never each card once. */
const A_FEW = 8
const CARD = 'data-standing' // an attribute that only the function of a card writes

const elementsIn = (page: Page) => page.evaluate(() => document.querySelectorAll('.react-flow, .react-flow *').length)
const framesOf = (page: Page) =>
  page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))

describe('a drawing of a thousand steps', () => {
  let stage: Stage
  const flow = bigFlow(STEPS)

  beforeAll(async () => {
    stage = await openStage([TOWN])
    await stage.runtime.stores.flows.create(TOWN, flow, { by: 'Proves', at: new Date() })
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('big-flow')
    for (const context of stage.browser.contexts()) {
      const drawing = context.pages().find(page => page.url().includes(flow.id))
      await drawing?.goto(`${stage.url}/signin`) // lets the flow go
      await context.close()
    }
  })

  async function open() {
    const { page } = await stage.signIn(`officer@${TOWN}.example`, `/t/${TOWN}/flows/${flow.id}`)
    const hands = handsOf(page)
    await hands.step('Menú: ').first().waitFor()
    await page.getByRole('button', { name: /errors?/ }).waitFor() // it has been checked
    return { page, hands }
  }

  test('near, only what is in view is in the page; from afar, a step is a box without words', async () => {
    const { page } = await open()
    expect(await elementsIn(page)).toBeLessThan(MAX_ELEMENTS)
    expect(await page.locator('.react-flow__node').count()).toBeLessThan(STEPS / 10)

    await page.getByRole('button', { name: 'Mostra-ho tot' }).click()
    await soon(() => page.locator('.react-flow__node').count()).toBeGreaterThan(150)
    const inView = await page.locator('.react-flow__node').count()
    const inCards = await page
      .locator('.react-flow__nodes')
      .evaluate(nodes => ({ elements: nodes.querySelectorAll('*').length, text: nodes.textContent }))
    expect(inCards).toEqual({ elements: inView * 2, text: '' })
  })

  test('a letter typed and a step dragged draw a few cards anew, not all that are in view', async () => {
    const { page, hands } = await open()
    const zoomOut = page.getByRole('button', { name: 'Allunya' })
    const drawn = () => page.locator('.react-flow__node').count()
    for (let times = 0; times < 6; times++) await zoomOut.click()
    await soon(drawn).toBeGreaterThan(2 * A_FEW)
    const cardsDrawn = await countCalls(page, CARD)
    await zoomOut.click()
    await soon(cardsDrawn).toBeGreaterThan(0) // what is counted is there to be counted

    const menu = hands.step('Menú: ').first()
    await menu.click()
    const field = hands.field('El que llegeix el veí en català')
    await field.click()
    await field.press('End')
    await framesOf(page)
    await cardsDrawn()
    await page.keyboard.press('x')
    await soon(() => menu.getAttribute('aria-label')).toContain('x')
    expect(await cardsDrawn()).toBeLessThanOrEqual(A_FEW)

    const place = await menu.boundingBox()
    if (!place) throw new Error('the menu is not drawn')
    await page.mouse.move(place.x + 30, place.y + 6)
    await page.mouse.down()
    await page.mouse.move(place.x + 50, place.y + 16)
    await framesOf(page)
    await cardsDrawn()
    await page.mouse.move(place.x + 60, place.y + 20)
    await framesOf(page)
    expect(await cardsDrawn()).toBeLessThanOrEqual(A_FEW)
    await page.mouse.up()
  })

  test('the first load is small', async () => {
    const { page } = await stage.visit()
    const sizes: Promise<number>[] = []
    page.on('response', response => {
      const isZipped = /\.woff2$/.test(new URL(response.url()).pathname) // a font is packed already
      sizes.push(response.body().then(body => (isZipped ? body.length : gzipSync(body).length)))
    })
    await page.goto('/signin', { waitUntil: 'networkidle' })
    const all = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(sizes.length).toBeGreaterThan(4)
    expect(all / 1_000).toBeLessThan(MAX_FIRST_LOAD_KB)
  })
})
