import type { Flow } from '@pregoner/shared'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFlow } from '../small-flow.ts'
import { handsOf } from './hands.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = 'ciutadella'
const OTHER = 'manresa'

describe('editing with ease', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage([TOWN, OTHER])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('editing')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const pathOf = (id: string, town = TOWN) => `/t/${town}/flows/${id}`
  const draftOf = (id: string) => stage.runtime.stores.flows.draft(TOWN, id)
  const store = (flow: Flow, town = TOWN) =>
    stage.runtime.stores.flows.create(town, flow, { by: 'Proves', at: new Date() })
  const wordsIn = async (id: string) => {
    const flow = (await draftOf(id))?.flow
    return flow?.nodes.find(node => node.id === 'greet')?.config.text
  }

  async function open(id: string, town = TOWN) {
    const visit = await stage.signIn(`officer@${town}.example`, pathOf(id, town))
    const hands = handsOf(visit.page)
    const steps = visit.page.locator('.react-flow__node')
    await steps.first().waitFor()
    return { ...visit, hands, steps }
  }
  const undo = (page: Page, what: string) => page.getByRole('button', { name: `Desfés: ${what}` }).click()

  test('several steps are put in line, framed, cut and pasted, and each is one undo', async () => {
    await store(smallFlow('diversos'))
    const { page, hands, steps, errors } = await open('diversos')
    await hands.step('Final: ').hover()
    await page.mouse.down()
    await page.mouse.move(700, 640, { steps: 12 })
    await page.mouse.up()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Mostra-ho tot' }).click()
    const fall = async () => (await hands.placeOf('Final: ')).y - (await hands.placeOf('Inici: ')).y
    await soon(fall).toBeGreaterThan(40)
    await hands.step('Inici: ').click()
    await hands.step('Missatge: ').click({ modifiers: ['Shift'] })
    await hands.step('Final: ').click({ modifiers: ['Control'] })
    const bar = page.getByRole('region', { name: '3 passos triats' })
    await bar.getByRole('button', { name: 'Alinea i reparteix' }).click()
    await page.getByRole('menuitem', { name: 'A dalt' }).click()
    await soon(fall).toBe(0)
    await undo(page, 'alinear')
    await soon(fall).toBeGreaterThan(40)
    await undo(page, 'moure')
    await soon(fall).toBe(0)

    await hands.step('Inici: ').focus()
    await page.keyboard.press('Control+a')
    await bar.getByRole('button', { name: 'Posa-hi un marc' }).click()
    await soon(() => steps.count()).toBe(4)
    await undo(page, 'posar un marc')
    await soon(() => steps.count()).toBe(3)

    await hands.step('Missatge: ').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Retalla' }).click()
    await soon(() => steps.count()).toBe(2)
    await page.getByRole('button', { name: 'Més accions' }).click()
    await page.getByRole('menuitem', { name: 'Enganxa els passos copiats' }).click()
    await soon(() => steps.count()).toBe(3)
    await undo(page, 'enganxar')
    await undo(page, 'retallar')
    await soon(async () => (await draftOf('diversos'))?.flow.edges.length).toBe(2)
    expect(errors).toEqual([])
  })

  test('by keyboard alone one step after the other is chosen', async () => {
    await store(smallFlow('teclat'))
    const { page, hands } = await open('teclat')
    await hands.step('Inici: ').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Shift+Enter')
    await page.getByRole('region', { name: '2 passos triats' }).waitFor()
    await page.keyboard.press('Shift+Enter')
    await soon(() => page.getByRole('region', { name: '2 passos triats' }).count()).toBe(0)
  })

  test('steps of another town ask what their departments are here', async () => {
    await store(smallFlow('acollida'))
    const there = await open('incidencia', OTHER)
    await there.page.getByRole('button', { name: 'Mostra-ho tot' }).click()
    await there.steps.first().focus()
    await there.page.keyboard.press('Control+a')
    await there.page.keyboard.press('Control+c')
    const clip = await there.page.evaluate(() => navigator.clipboard.readText())
    await there.context.close()

    const { page, steps } = await open('acollida')
    await page.evaluate(text => navigator.clipboard.writeText(text), clip)
    await steps.first().focus()
    await page.keyboard.press('Control+v')
    const taken = (await stage.runtime.stores.flows.draft(OTHER, 'incidencia'))?.flow.nodes.length ?? 0
    const dialog = page.getByRole('dialog', { name: `Enganxa ${taken} passos de Manresa` })
    const department = dialog.getByRole('combobox', { name: /^Departament.*Enllumenat/ })
    await department.click()
    await page.getByRole('option').first().click()
    await stage.shoot(page, 'editing-paste')
    await dialog.getByRole('button', { name: 'Enganxa', exact: true }).click()
    await soon(async () => (await draftOf('acollida'))?.flow.nodes.length).toBe(3 + taken)
    const pasted = (await draftOf('acollida'))?.flow.nodes ?? []
    const here = new Set((await stage.runtime.stores.towns.get(TOWN))?.departments.map(({ id }) => id))
    const known = pasted.filter(({ config }) => here.has(String(config.departmentId)))
    expect(known.length).toBeGreaterThan(0)
    await page
      .getByTitle(/^Falta triar/)
      .first()
      .waitFor({ state: 'attached' })
    await undo(page, 'enganxar')
    await soon(() => steps.count()).toBe(3)
  })

  test('a step becomes another kind and keeps what fits', async () => {
    await store(smallFlow('tipus'))
    const { page, hands } = await open('tipus')
    await hands.step('Missatge: ').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Canvia el tipus de pas…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').fill('pregunta')
    await dialog
      .getByRole('option', { name: /^Pregunta/ })
      .first()
      .click()
    await hands.step('Pregunta: Bon dia').waitFor()
    await soon(async () => (await draftOf('tipus'))?.flow.edges.map(({ exit }) => exit)).toEqual(['next', 'answered'])
    await undo(page, 'canviar el tipus d’un pas')
    await hands.step('Missatge: Bon dia').waitFor()
  })

  test('the flow a step runs is opened, and going back leads to that step with nothing lost', async () => {
    const inner = smallFlow('dins')
    const outer = smallFlow('fora')
    const subflow = { id: 'sub', type: 'subflow', position: { x: 300, y: 260 }, config: { flowId: 'dins' } }
    await store({ ...inner, name: 'El de dins' })
    await store({ ...outer, name: 'El de fora', nodes: [...outer.nodes, subflow] })
    const { page, hands } = await open('fora')
    await hands.step('Missatge: ').click()
    await hands.field('El que llegeix el veí en català').fill('Abans de marxar')
    await hands.step('Un altre flux').dblclick()
    await page.waitForURL(url => url.pathname === pathOf('dins') && url.searchParams.get('via') === 'fora:sub')
    expect(await wordsIn('fora')).toMatchObject({ ca: 'Abans de marxar' })
    await page.getByRole('link', { name: 'El de fora', exact: true }).waitFor()
    await stage.shoot(page, 'editing-breadcrumb')
    await page.getByRole('link', { name: /^Torna a «El de fora»/ }).click()
    await page.waitForURL(url => url.pathname === pathOf('fora') && url.search === '')
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe('sub')
    await page.getByRole('heading', { name: 'Un altre flux' }).waitFor()
  })

  test('words are replaced in every flow but the one somebody has just changed', async () => {
    for (const id of ['u', 'dos', 'tres']) await store({ ...smallFlow(`canvi-${id}`), name: `Canvi ${id}` })
    const { page } = await open('canvi-u')
    await page.keyboard.press('Control+h')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Cerca als textos').fill('Bon dia')
    await dialog.getByLabel('Posa-hi').fill('Bona hora')
    await dialog.getByRole('region', { name: 'Canvi tres' }).waitFor()
    await soon(() => dialog.getByText(/S’est(à|an) llegint/).count()).toBe(0)
    for (const box of await dialog.getByRole('checkbox', { name: /^Tots els de/ }).all()) {
      const isOurs = /Canvi/.test((await box.getAttribute('aria-label')) ?? '')
      if (!isOurs && (await box.isChecked())) await box.uncheck()
    }
    const theirs = await draftOf('canvi-tres')
    if (!theirs) throw new Error('gone')
    const change = { ...theirs.flow, name: 'Canvi d’una altra' }
    await stage.runtime.stores.flows.save(TOWN, change, theirs.rev, { by: 'Núria', at: new Date() })
    await dialog.getByRole('button', { name: 'Substitueix 3 llocs' }).click()
    await dialog.getByText('«Canvi dos»: 1 lloc, desat.').waitFor()
    await dialog.getByText('«Canvi tres»: Núria l’acaba de canviar.').waitFor()
    await stage.shoot(page, 'editing-replaced')
    expect(await wordsIn('canvi-dos')).toMatchObject({ ca: 'Bona hora', es: 'Buenos días' })
    expect(await wordsIn('canvi-tres')).toMatchObject({ ca: 'Bon dia' })
    await dialog.getByRole('button', { name: 'Desfés-ho als altres fluxos' }).click()
    await soon(() => wordsIn('canvi-dos')).toMatchObject({ ca: 'Bon dia' })
    await page.keyboard.press('Escape')
    await undo(page, 'substituir textos')
    await soon(() => wordsIn('canvi-u')).toMatchObject({ ca: 'Bon dia' })
  })

  test('a step, another flow and a page are gone to by their names', async () => {
    for (const id of ['anar', 'venir']) await store({ ...smallFlow(id), name: `Per a ${id}` })
    const { page } = await open('anar')
    const goTo = async (words: string) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill(words)
      await page.getByRole('dialog').getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
    }
    await goTo('bon dia')
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe('greet')
    await goTo('per a venir')
    await page.waitForURL(url => url.pathname === pathOf('venir'))
    await page.locator('.react-flow__node').first().waitFor()
    await goTo('estadist')
    await page.waitForURL(url => url.pathname === `/t/${TOWN}/statistics`)
  })

  test('the drawing is tidied up from top to bottom', async () => {
    await store(smallFlow('avall'))
    const { page, hands } = await open('avall')
    await page.getByRole('button', { name: 'Què es pot fer amb el dibuix' }).click()
    await page.getByRole('menuitem', { name: 'De dalt a baix' }).click()
    const rows = () => Promise.all(['Inici: ', 'Missatge: ', 'Final: '].map(async one => (await hands.placeOf(one)).y))
    await soon(async () => {
      const [start = 0, greet = 0, end = 0] = await rows()
      return start < greet && greet < end
    }).toBe(true)
    await undo(page, 'endreçar el dibuix')
  })
})
