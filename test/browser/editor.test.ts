import type { Flow } from '@pregoner/shared'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFlow } from '../small-flow.ts'
import { handsOf } from './hands.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = 'ciutadella'
const OFFICER = `officer@${TOWN}.example`
const READS = 'El que llegeix el veí'
const CATALAN = `${READS} en català`

describe('the editor', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage([TOWN])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('editor')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const pathOf = (id: string) => `/t/${TOWN}/flows/${id}`
  const stored = async (id: string) => (await stage.runtime.stores.flows.draft(TOWN, id))?.flow
  const greetingIn = (flow: Flow | undefined) => flow?.nodes.find(({ id }) => id === 'greet')?.config.text

  /** A small flow, open in front of an officer. */
  async function open(id: string) {
    if (!(await stored(id))) {
      await stage.runtime.stores.flows.create(TOWN, smallFlow(id), { by: 'Proves', at: new Date() })
    }
    const visit = await stage.signIn(OFFICER, pathOf(id))
    const hands = handsOf(visit.page)
    await hands.step('Missatge: ').waitFor()
    return { ...visit, hands, steps: visit.page.locator('.react-flow__node') }
  }

  async function rewrite(page: Page, hands: ReturnType<typeof handsOf>, words: string) {
    await hands.step('Missatge: ').click()
    await hands.field(CATALAN).fill(words)
    await hands.step(`Missatge: ${words}`).waitFor()
    await page.getByRole('button', { name: 'Tanca', exact: true }).click()
  }

  test('what was done is taken back and done again, by button and by key', async () => {
    const { page, hands, errors } = await open('desfer')
    await rewrite(page, hands, 'Bona nit')
    await page.getByRole('button', { name: 'Desfés: canviar un pas' }).click()
    await hands.step('Missatge: Bon dia').waitFor()
    await page.keyboard.press('Control+Shift+Z')
    await hands.step('Missatge: Bona nit').waitFor()
    await page.keyboard.press('Control+Z')
    await hands.step('Missatge: Bon dia').waitFor()
    await hands.saved()
    expect(errors).toEqual([])
  })

  test('steps are copied, pasted and deleted together with what joins them', async () => {
    const { page, hands, steps } = await open('copiar')
    await hands.step('Final: ').click()
    await page.getByRole('complementary').waitFor() // it may lie over the last step, so the other one is chosen second
    await hands.step('Missatge: ').click({ modifiers: ['Control'] })
    await page.getByText('2 passos triats').waitFor()
    await page.keyboard.press('Control+C')
    await page.keyboard.press('Control+V')
    await soon(() => steps.count()).toBe(5)
    await soon(() => page.locator('.react-flow__edge').count()).toBe(3)
    const drawn = page.locator('.react-flow__edge, .react-flow__node')
    const heard = await drawn.evaluateAll(all =>
      all.map(one =>
        ['aria-label', 'aria-roledescription', 'role'].map(name => one.getAttribute(name) ?? '').join(' '),
      ),
    )
    expect(heard.filter(words => /\b(node|edge|from|img)\b/i.test(words))).toEqual([])
    expect(await page.locator('.react-flow__edge:not([aria-hidden="true"])').count()).toBe(0)
    await page.keyboard.press('Delete')
    await soon(() => steps.count()).toBe(3)
    await soon(async () => (await stored('copiar'))?.nodes.length).toBe(3)
    await page.keyboard.press('Control+Z')
    await soon(() => steps.count()).toBe(5)
    await soon(async () => (await stored('copiar'))?.edges.length).toBe(3)
  })

  test('a step is dragged from the palette and joined by dragging a line', async () => {
    const { page, hands } = await open('estirar')
    const palette = page.getByRole('navigation', { name: 'Passos per afegir' })
    await palette.getByRole('button', { name: 'Espera', exact: true }).dragTo(page.getByLabel('Dibuix del flux'), {
      targetPosition: { x: 300, y: 120 },
    })
    const wait = hands.step('Espera: ')
    await wait.waitFor()
    await wait.locator('.source').hover()
    await page.mouse.down()
    const end = await hands.step('Final: ').locator('.target').boundingBox()
    await page.mouse.move((end?.x ?? 0) + 4, (end?.y ?? 0) + 4, { steps: 8 })
    await page.mouse.up()
    await soon(async () =>
      (await stored('estirar'))?.edges.some(({ from, to }) => from.startsWith('wait') && to === 'end'),
    ).toBe(true)
  })

  test('the drawing is tidied up in one command', async () => {
    const { page, hands } = await open('endrecar')
    const inOrder = async () => {
      const boxes = await Promise.all(['Inici: ', 'Missatge: ', 'Final: '].map(hands.placeOf))
      return boxes.every((box, index) => index === 0 || box.x > (boxes[index - 1]?.x ?? 0) + 50)
    }
    expect(await inOrder()).toBe(true)
    const start = await hands.placeOf('Inici: ')
    await hands.step('Final: ').hover()
    await page.mouse.down()
    await page.mouse.move(start.x + 40, start.y + start.height + 80, { steps: 8 })
    await page.mouse.up()
    await soon(inOrder).toBe(false)
    await page.getByRole('button', { name: 'Endreça el dibuix' }).click()
    await soon(inOrder).toBe(true)
    await page.getByRole('button', { name: 'Desfés: endreçar el dibuix' }).click()
    await soon(inOrder).toBe(false)
  })

  test('what was typed a moment before a reload is still there and gets saved', async () => {
    const { page, hands } = await open('recarrega')
    await hands.step('Missatge: ').click()
    await hands.field(CATALAN).fill('Just abans de recarregar')
    await page.reload()
    await hands.step('Missatge: Just abans de recarregar').waitFor()
    await soon(async () => greetingIn(await stored('recarrega'))).toMatchObject({ ca: 'Just abans de recarregar' })
    await hands.saved()
  })

  /** As if the officer had looked at something else for this long. */
  const comeBack = (page: Page, milliseconds: number) =>
    page.evaluate(later => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + later
      window.dispatchEvent(new Event('visibilitychange'))
    }, milliseconds)

  test('without network the drawing goes on, and is saved when the network is back', async () => {
    const { page, context, hands } = await open('sensexarxa')
    await context.setOffline(true)
    await rewrite(page, hands, 'Des del tren')
    await page.getByText('No desat, sense connexió').waitFor()
    const failed = page.waitForEvent('requestfailed', one => one.url().endsWith(`/towns/${TOWN}`))
    await comeBack(page, 60_000)
    await failed
    await page.waitForTimeout(4_000) // it is tried twice more
    expect(await page.getByText('No s’ha pogut carregar').count()).toBe(0)
    await rewrite(page, hands, 'Des del tren, encara')
    expect(greetingIn(await stored('sensexarxa'))).toMatchObject({ ca: 'Bon dia' })
    await stage.shoot(page, 'editor-offline')
    await context.setOffline(false)
    await hands.saved()
    expect(greetingIn(await stored('sensexarxa'))).toMatchObject({ ca: 'Des del tren, encara' })
  })

  test('an older version is looked at, restored, and that is taken back', async () => {
    const { page, hands } = await open('historial')
    const publish = async (version: number, note: string) => {
      await page.getByRole('button', { name: 'Publica', exact: true }).click()
      await page.getByRole('dialog').getByLabel('Què ha canviat').fill(note)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: `Publica la versió ${version}` })
        .click()
      await page.getByText(`Com la v${version}, publicada`).waitFor()
    }
    await publish(1, 'La primera')
    await rewrite(page, hands, 'Bona tarda')
    await page.getByText('Esborrany, canviat des de la v1').waitFor()
    await publish(2, 'Ara de tarda')
    await page.getByRole('button', { name: 'Més accions' }).click()
    await page.getByRole('menuitem', { name: 'Historial' }).click()
    const history = page.getByRole('dialog', { name: 'Historial' })
    await history.getByText('Ara de tarda').waitFor()
    await history.getByRole('button', { name: 'Més accions de la versió 1' }).click()
    await page.getByRole('menuitem', { name: 'Mira-la' }).click()
    const look = page.getByRole('dialog', { name: 'Versió 1, només per mirar' })
    await look.getByRole('group', { name: /^Missatge: Bon dia/ }).waitFor()
    await stage.shoot(page, 'editor-history')
    await page.keyboard.press('Escape')
    await history.getByRole('button', { name: 'Recupera-la: Versió 1' }).click()
    await page.getByText('L’esborrany torna a ser com la versió 1.').waitFor()
    await hands.step('Missatge: Bon dia').waitFor()
    expect(greetingIn(await stored('historial'))).toMatchObject({ ca: 'Bon dia' })
    await page.getByRole('button', { name: 'Desfés: recuperar una versió' }).click()
    await hands.step('Missatge: Bona tarda').waitFor()
    await soon(async () => greetingIn(await stored('historial'))).toMatchObject({ ca: 'Bona tarda' })
  })
})
