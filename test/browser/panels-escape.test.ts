import { afterAll, beforeAll, expect, test } from 'vitest'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = 'ciutadella'
let stage: Stage

beforeAll(async () => {
  stage = await openStage([TOWN])
})
afterAll(() => stage?.close())

test('Escape closes the simulator and the tests and gives focus back to their buttons, a list open inside first', async () => {
  const { page, errors } = await stage.signIn(`officer@${TOWN}.example`, `/t/${TOWN}/flows/altes`)
  const simulator = page.getByRole('region', { name: 'Simulador' })
  const opener = page.getByRole('button', { name: 'Simulador', exact: true })
  await opener.click()
  const language = simulator.getByRole('combobox', { name: 'Idioma del contacte' })
  await language.click()
  await soon(() => language.getAttribute('aria-expanded')).toBe('true')
  await page.keyboard.press('Escape')
  await soon(() => language.getAttribute('aria-expanded')).toBe('false')
  expect(await simulator.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await simulator.waitFor({ state: 'detached' })
  expect(await opener.evaluate(button => button === document.activeElement)).toBe(true)

  const chip = page.getByRole('button', { name: /^Proves del flux|proves/i }).first()
  await chip.click()
  const panel = page.getByRole('region', { name: 'Proves del flux' })
  await panel.waitFor()
  await soon(() => panel.evaluate(one => one.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await chip.evaluate(button => button === document.activeElement)).toBe(true)
  expect(errors).toEqual([])
})

test('tabs and menus are styled as such when a flow is opened by its address, whichever styles came last', async () => {
  const { page } = await stage.signIn(`officer@${TOWN}.example`, `/t/${TOWN}/flows/altes`)
  const roomIn = (role: 'tab' | 'menuitem') =>
    page
      .getByRole(role)
      .first()
      .evaluate(part => Number.parseFloat(getComputedStyle(part).paddingLeft))
  await page.locator('.react-flow__node').first().waitFor()
  await page.getByRole('button', { name: 'Més accions' }).click()
  expect(await roomIn('menuitem')).toBeGreaterThanOrEqual(8)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  expect(await roomIn('tab')).toBeGreaterThanOrEqual(8)
})

test('on a phone a long menu scrolls to its last item, and what is tapped is as large as a thumb', async () => {
  const phone = { viewport: { width: 380, height: 780 }, hasTouch: true, isMobile: true }
  const { page } = await stage.signIn(`officer@${TOWN}.example`, `/t/${TOWN}/flows/canal-informatiu`, phone)
  await page.getByRole('button', { name: 'Sense problemes' }).waitFor() // nothing moves any more
  await page.getByRole('treeitem').nth(1).locator('button').last().tap()
  const last = page.getByRole('menuitem').last()
  await last.scrollIntoViewIfNeeded()
  const box = await last.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(780)
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await page.keyboard.press('Escape')
  const small = await page.getByRole('button').evaluateAll(buttons =>
    buttons.flatMap(button => {
      const { width, height } = button.getBoundingClientRect()
      const isThere = width > 1 && !button.closest('[role="tree"]')
      return isThere && Math.min(width, height) < 44
        ? [`${button.ariaLabel ?? button.textContent} ${width}×${height}`]
        : []
    }),
  )
  expect(small).toEqual([])
})
