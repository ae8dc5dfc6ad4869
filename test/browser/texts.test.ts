import { readFile } from 'node:fs/promises'
import type { Flow } from '@pregoner/shared'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFlow } from '../small-flow.ts'
import { handsOf } from './hands.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = 'ciutadella'
const OFFICER = `officer@${TOWN}.example`

const option = (id: string, ca: string, es: string, synonyms: string[] = []) => ({
  ...{ id, label: { ca, es }, description: {}, synonyms: { ca: synonyms } },
})
const menu = {
  text: { ca: 'Què ha passat?', es: '¿Qué ha pasado?' },
  options: [
    option('rubbish', 'Escombraries', 'Basuras y enseres voluminosos', ['brossa']),
    option('street', 'Via pública', 'Vía pública'),
  ],
  ...{ listLabel: {}, retryText: {}, maxAttempts: 3, waitMinutes: 60 },
}

/** A greeting without its Spanish, and a menu one of whose labels is too long in Spanish. */
function drawing(id: string): Flow {
  const base = smallFlow(id)
  const greeting = { text: { ca: 'Bon dia, {{contact.name}}' }, attachment: null, place: null, link: null }
  return {
    ...base,
    nodes: [
      ...base.nodes.map(node => (node.id === 'greet' ? { ...node, config: greeting } : node)),
      { id: 'ask', type: 'menu', position: { x: 300, y: 300 }, config: menu },
    ],
    edges: base.edges.map(edge => (edge.from === 'greet' ? { ...edge, to: 'ask' } : edge)),
  }
}

describe('the texts of a flow', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage([TOWN])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('texts')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const stored = async (id: string) => (await stage.runtime.stores.flows.draft(TOWN, id))?.flow
  const textOf = async (id: string, node: string) => (await stored(id))?.nodes.find(one => one.id === node)?.config.text

  async function open(id: string) {
    await stage.runtime.stores.flows.create(TOWN, drawing(id), { by: 'Proves', at: new Date() })
    const visit = await stage.signIn(OFFICER, `/t/${TOWN}/flows/${id}`)
    const hands = handsOf(visit.page)
    await hands.step('Missatge: ').waitFor()
    return { ...visit, hands }
  }
  const showTexts = async (page: Page) => {
    await page.getByRole('radiogroup', { name: 'Vista' }).locator('label').filter({ hasText: 'Textos' }).click()
    await page.getByRole('table', { name: /Tots els textos del flux/ }).waitFor()
  }
  const bringIn = (page: Page, name: string, text: string) =>
    page
      .getByLabel('Porta dins', { exact: true })
      .and(page.locator('input'))
      .setInputFiles({
        ...{ name, mimeType: 'text/plain', buffer: Buffer.from(text) },
      })

  test('words are marked by key, values are chips, an emoji is found by name, and how it reads is shown', async () => {
    const { page, hands, errors } = await open('marques')
    await hands.step('Missatge: ').click()
    const catalan = hands.field('El que llegeix el veí en català')
    await catalan.fill('Bon dia a tothom')
    await catalan.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 7))
    await page.keyboard.press('Control+B')
    await soon(() => catalan.inputValue()).toBe('Bon *dia* a tothom')
    expect(await catalan.evaluate((field: HTMLTextAreaElement) => [field.selectionStart, field.selectionEnd])).toEqual([
      5, 8,
    ])
    await hands.inspector.locator('strong').filter({ hasText: 'dia' }).first().waitFor()
    await page.keyboard.press('Control+B')
    await soon(() => catalan.inputValue()).toBe('Bon dia a tothom')

    await catalan.press('End')
    await hands.inspector.getByRole('button', { name: 'Insereix un emoji en català' }).click()
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Cerca un emoji')
    await page.keyboard.type('farma')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await soon(() => catalan.inputValue()).toBe('Bon dia a tothom💊')

    await catalan.fill('Hola {{contact.name}}, de {{carrer}}')
    const values = hands.inspector.getByRole('list', { name: 'Dades que hi surten' })
    await values.getByText('nom del contacte').waitFor()
    await values.getByText('cap pas d’abans no la desa').waitFor()
    await hands.inspector.getByText('10–90 de 4.096').waitFor()
    await values.getByRole('button', { name: 'Treu la dada «carrer»' }).click()
    await soon(() => catalan.inputValue()).toBe('Hola {{contact.name}}, de ')
    expect(errors).toEqual([])
  })

  test('a menu shows which form each language takes and why, and what it would understand', async () => {
    const { page, hands } = await open('menu')
    await hands.step('Menú: ').click()
    const spoken = hands.inspector.getByRole('radiogroup', { name: 'Idioma de la previsualització' })
    const previewIn = (language: string) => spoken.locator('label').filter({ hasText: language }).click()
    const forms = hands.inspector.getByRole('radiogroup', { name: 'Manera de mostrar-ho' })
    await forms.getByRole('radio', { name: /Botons.*es veurà/ }).waitFor({ state: 'attached' })
    await previewIn('Castellano')
    await forms.getByRole('radio', { name: /Numerat.*es veurà/ }).waitFor({ state: 'attached' })
    await forms.locator('label').filter({ hasText: 'Llista' }).click()
    await hands.inspector.getByText('«Basuras y enseres voluminosos» té 29 caràcters i n’hi caben 24').waitFor()
    expect(await hands.inspector.locator('mark').textContent()).toContain('luminosos')

    const tried = hands.inspector.getByLabel('Què entendria si diguessin…')
    const reached = (words: string) => hands.inspector.getByText(words, { exact: true }).waitFor()
    await previewIn('Català')
    await hands.inspector.getByRole('button', { name: 'Proveu «brossa»' }).click()
    await reached('Arriba a «Escombraries» per: un sinònim.')
    await tried.fill('escombrries')
    await reached('Arriba a «Escombraries» per: gairebé les paraules.')
    await tried.fill('baixa')
    await hands.inspector.getByText(/paraula de tot el canal.*deixar de rebre avisos/).waitFor()
    await stage.shoot(page, 'texts-menu')
  })

  test('the table begins with what is missing, is written by keyboard and taken back text by text', async () => {
    const { page } = await open('taula')
    await showTexts(page)
    const missing = page.getByRole('textbox', { name: 'Bon dia, nom del contacte, Text, castellà' })
    expect(
      await page.getByRole('textbox').evaluateAll(all => all.slice(0, 3).map(one => one.getAttribute('aria-label'))),
    ).toContain(await missing.getAttribute('aria-label'))
    await missing.fill('Buenos días, {{contact.name}}')
    await page.keyboard.press('Control+ArrowDown')
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('data-language'))).toBe('es')
    await soon(() => textOf('taula', 'greet')).toEqual({
      ca: 'Bon dia, {{contact.name}}',
      es: 'Buenos días, {{contact.name}}',
    })
    await page.getByText('Falten 0').waitFor()
    await stage.shoot(page, 'texts-table')
    await page.getByRole('button', { name: 'Desfés: traduir un text' }).click()
    await soon(() => missing.inputValue()).toBe('')
    await page.getByRole('button', { name: 'Obre el pas «Bon dia, nom del contacte», Text' }).click()
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'El que llegeix el veí en castellà',
    )
  })

  test('texts go out as a spreadsheet and come back in one command, after a look at what changes', async () => {
    const { page } = await open('fitxers')
    await showTexts(page)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Porta fora' }).click()
    await page.getByRole('menuitem', { name: /CSV/ }).click()
    const table = await readFile(await (await download).path(), 'utf8')
    expect(table).toContain('"greet/text"')

    await bringIn(page, 'massa.xlsx', 'PK\u0003\u0004')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('És un llibre de càlcul').waitFor()
    await dialog.getByRole('button', { name: 'Deixa-ho estar' }).click()

    const translated = table
      .replace(/("greet\/text".*?;)\r\n/, '$1"Buenos días"\r\n')
      .replace('"Vía pública"', '"Calle"')
      .concat('"nobody/text";"";"";"x";"y"\r\n')
    await bringIn(page, 'traduccio.csv', translated)
    await dialog.getByText('1 text nou').waitFor()
    await dialog.getByText('Hi falta la dada «contact.name»').waitFor()
    await dialog.getByText('1 que aquest flux no té').waitFor()
    await stage.shoot(page, 'texts-import')
    expect(await textOf('fitxers', 'greet')).toEqual({ ca: 'Bon dia, {{contact.name}}' })
    await dialog.getByRole('checkbox', { name: /Bon dia/ }).check()
    await dialog.getByRole('button', { name: 'Canvia 2 textos' }).click()
    await soon(() => textOf('fitxers', 'greet')).toEqual({ ca: 'Bon dia, {{contact.name}}', es: 'Buenos días' })
    await page.getByRole('button', { name: 'Desfés: portar textos d’un fitxer' }).click()
    await soon(() => stored('fitxers')).toMatchObject({ nodes: drawing('fitxers').nodes })
  })

  test('the simulator opens in the language of a column', async () => {
    const { page } = await open('prova')
    await showTexts(page)
    await page.getByRole('button', { name: 'Prova-ho en castellà' }).click()
    const simulator = page.getByRole('region', { name: 'Simulador' })
    expect(await simulator.getByRole('combobox', { name: 'Idioma del contacte' }).inputValue()).toBe('Castellano')
  })
})
