import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { bigFlow } from '../bench/designer/big-flow.ts'
import { arrowTo } from './keyboard.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const FLOW = '/t/manresa/flows/incidencia'
const OFFICER = 'officer@manresa.example'

describe('the list of steps', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['manresa'])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('outline')
    for (const context of stage.browser.contexts()) {
      for (const page of context.pages()) await page.goto('/signin') // gives the flow back to whoever comes next
      await context.close()
    }
  })

  const lines = (page: Page) => page.getByRole('treeitem')
  /** A line by what it begins with; what lies inside a frame is not meant. */
  const line = (page: Page, begin: string) =>
    page.getByRole('treeitem', { name: new RegExp(`^${begin}`) }).and(page.locator(':not([data-kind="member"])'))
  const told = (page: Page) => page.locator('[role="status"].visually-hidden').first()

  async function openList(page: Page) {
    await page.getByRole('radiogroup', { name: 'Vista' }).getByText('Llista').click()
    await lines(page).first().waitFor()
  }

  /** What a screen reader is given for the lines of the list. */
  async function heardLines(page: Page) {
    const session = await page.context().newCDPSession(page)
    await session.send('Accessibility.enable')
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    await session.detach()
    return nodes
      .filter(({ role }) => role?.value === 'treeitem')
      .map(({ name, description, properties = [] }) => ({
        name: String(name?.value),
        description: String(description?.value ?? ''),
        ...Object.fromEntries(properties.map(property => [property.name, property.value.value])),
      }))
  }

  test('says to a screen reader what the drawing shows, once', async () => {
    const { page, errors } = await stage.signIn(OFFICER, FLOW)
    await openList(page)
    const heard = await heardLines(page)
    const menu = heard.find(({ name }) => name.startsWith('2 '))
    expect(menu).toMatchObject({ name: '2 Categoria Menú', level: 1, expanded: true, selected: false })
    expect(menu?.description).toMatch(/^\d+ sortides\./)
    const exit = heard.find(({ name }) => name.startsWith('No vàlida →'))
    expect(exit).toMatchObject({ name: expect.stringMatching(/^No vàlida → \d+ /), level: 4 })
    expect(exit?.description).toMatch(/^Sortida de «.+»\./)
    for (const { name, description } of heard) if (description) expect(name).not.toContain(description)
    const tree = page.getByRole('tree', { name: 'Passos del flux' })
    expect(await tree.getAttribute('aria-multiselectable')).toBe('true')
    // The words are the citizens' own, in their language; the kind of step is in the officer's.
    expect(await lines(page).locator('[lang="ca"]').count()).toBeGreaterThan(3)
    expect(errors).toEqual([])
  })

  test('chooses several steps, frames and copies them, and takes it all back, by keys', async () => {
    const { page, errors } = await stage.signIn(OFFICER, FLOW)
    const { keyboard } = page
    await openList(page)
    await line(page, '3 ').focus()
    await keyboard.press('Shift+ArrowDown')
    await keyboard.press('Shift+ArrowDown')
    await soon(() => told(page).textContent()).toBe('3 passos triats')
    expect(await page.locator('[role="treeitem"][aria-selected="true"]').count()).toBe(3)
    await keyboard.press('Control+Enter')
    await soon(() => told(page).textContent()).toBe('2 passos triats')

    await keyboard.press('Control+c')
    await soon(() => told(page).textContent()).toMatch(/copiat 2 passos/)
    await keyboard.press('Control+v')
    await soon(() => told(page).textContent()).toMatch(/enganxat 2 passos/)
    await keyboard.press('Control+z')
    await soon(() => told(page).textContent()).toBe('S’ha desfet: enganxar.')

    await line(page, '7 ').focus()
    await keyboard.press('Escape')
    await keyboard.press('Shift+F10')
    await arrowTo(page, page.getByRole('menuitem', { name: 'Posa-hi un marc' }))
    await keyboard.press('Enter')
    await soon(() => told(page).textContent()).toMatch(/marc al voltant/)
    await keyboard.press('Escape')
    await line(page, '7 ').focus()
    const held = (await heardLines(page)).find(({ name }) => name.startsWith('7 '))
    expect(held?.description).toMatch(/Dins de «.+»/)
    await keyboard.press('Control+z')

    // A number leads to the step that has it, a letter to the one that begins with it.
    await line(page, '1 ').focus()
    await keyboard.type('8')
    await soon(() => focusedLine(page)).toMatch(/^8 /)
    await keyboard.press('Control+a')
    await soon(() => told(page).textContent()).toMatch(/^\d+ passos triats$/)
    await keyboard.press('Escape')
    expect(await page.locator('[role="treeitem"][aria-selected="true"]').count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('is the editor on a phone: adding, choosing by touch, a form that is a page', async () => {
    const { page, errors } = await stage.signIn(OFFICER, FLOW, {
      viewport: { width: 380, height: 780 },
      hasTouch: true,
      isMobile: true,
    })
    await lines(page).first().waitFor()
    await page.getByRole('button', { name: 'Deixa-ho per després' }).tap()
    await page.getByRole('button', { name: 'Tria’n uns quants' }).tap()
    await line(page, '1 ').tap()
    await line(page, '2 ').tap()
    await page.getByRole('region', { name: '2 passos triats' }).waitFor()
    await page.getByRole('button', { name: 'Deixa de triar' }).tap()
    await page.getByRole('button', { name: 'Tria’n uns quants' }).tap()

    await line(page, '2 ').tap()
    const form = page.getByRole('dialog', { name: 'Pas triat' })
    await form.getByRole('textbox').first().waitFor()
    await form.getByRole('button', { name: 'Tanca' }).tap()
    await soon(() => focusedLine(page)).toMatch(/^2 /)

    await page.getByRole('button', { name: 'Més accions' }).tap()
    await page.getByRole('menuitemradio', { name: 'castellà' }).tap()
    await soon(() => lines(page).locator('[lang="es"]').count()).toBeGreaterThan(3)
    const bar = page.getByRole('button', { name: 'Publica', exact: true })
    for (const width of [380, 320]) {
      await page.setViewportSize({ width, height: 700 })
      const box = await bar.boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
      expect(box?.y).toBeLessThan(160)
    }
    expect(errors).toEqual([])
  })

  test('draws only the lines near the view of a thousand steps, and finds any of them by its number', async () => {
    await stage.runtime.stores.flows.create('manresa', bigFlow(1000), { by: 'Proves', at: new Date() })
    const { page, errors } = await stage.signIn(OFFICER, '/t/manresa/flows/gran')
    await openList(page)
    await line(page, '1 ').focus()
    await page.keyboard.press('End')
    await soon(() => focusedLine(page)).not.toMatch(/^1 /)
    await page.keyboard.type('900')
    await soon(() => focusedLine(page)).toMatch(/^900 /)
    expect(await page.locator('[role="tree"] *').count()).toBeLessThan(3_000)
    expect(errors).toEqual([])
  })

  const focusedLine = (page: Page) =>
    page.evaluate(() => {
      const words = document.activeElement?.getAttribute('aria-labelledby')
      return (words && document.getElementById(words)?.textContent) || ''
    })
})
