import { readFile } from 'node:fs/promises'
import { readCsv } from '@pregoner/shared'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFiles } from '../whatsapp-double/index.ts'
import { inBothSchemes } from './look.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const STATISTICS = '/t/manresa/statistics'

describe('the statistics', () => {
  let stage: Stage
  let phones = 0

  beforeAll(async () => {
    stage = await openStage(['manresa'])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('statistics')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const card = (page: Page, label: string) =>
    page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) })
  const figure = (page: Page, label: string) => card(page, label).locator('dd').first().textContent()

  /** A neighbour reports something through the town's own flow. */
  async function report(topic: string, where: string) {
    phones += 1
    const person = stage.double.person({ phone: `+3460000010${phones}`, name: 'Pere' })
    await person.sends('incidència')
    await person.waitFor('De què es tracta?')
    await person.taps(topic)
    await person.waitFor('Explica’ns què passa.')
    await person.sends('Contenidor ple')
    await person.waitFor('On és?')
    await person.sends(where)
    await person.waitFor('Si en tens una foto')
    await person.sendsImage(smallFiles.photo)
    await person.waitFor('El número de la incidència és')
  }

  test('what people write is counted while one looks, as a plot, a table and a file', async () => {
    const { page, errors } = await stage.signIn('officer@manresa.example', STATISTICS)
    await page.getByLabel('Període').selectOption('today')
    await card(page, 'Converses').waitFor()
    expect(await figure(page, 'Converses')).toBe('0')
    await report('Neteja i residus', 'Carrer Nou, 3')
    await report('Enllumenat públic', 'Plaça Major')
    await soon(() => figure(page, 'Incidències')).toBe('2')
    await soon(() => figure(page, 'Converses')).toBe('2')
    expect(await card(page, 'Converses').textContent()).toContain('2 persones')
    expect(await figure(page, 'Ateses sense ningú')).toMatch(/^0\s%$/)

    const messages = await card(page, 'Missatges').locator('dd').nth(1).textContent()
    const [received] = messages?.match(/\d+/) ?? []
    const button = page.getByRole('region', { name: 'Missatges i incidències' }).getByRole('button')
    await button.focus()
    await page.keyboard.press('Enter')
    const table = page.getByRole('table', { name: 'Missatges i incidències' })
    const cells = await table.locator('tbody tr').locator('td:nth-of-type(1)').allTextContents()
    expect(cells.reduce((sum, text) => sum + Number(text), 0)).toBe(Number(received))

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV: full de càlcul de Incidències per departament' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^manresa-estadistiques-departments-/)
    const { records } = readCsv(await readFile(await download.path(), 'utf8'))
    expect(records.slice(0, 3).map(({ cells: line }) => line.slice(0, 2))).toEqual([
      ['Departament', 'Incidències'],
      ['Enllumenat públic', '1'],
      ['Neteja i residus', '1'],
    ])
    expect(await inBothSchemes(page, { name: 'statistics', path: STATISTICS, ready: async () => {} })).toEqual([])
    expect(errors).toEqual([])
  })

  test('filters and dates stay in the address, and wrong dates are told', async () => {
    const { page } = await stage.signIn('officer@manresa.example', STATISTICS)
    await page.getByLabel('Departament', { exact: true }).selectOption({ label: 'Neteja i residus' })
    await page.getByText('Amb aquest filtre només es veuen incidències').waitFor()
    await card(page, 'Converses').waitFor({ state: 'hidden' })
    await page.reload()
    await soon(() => figure(page, 'Incidències')).toBe('1')
    await page.getByRole('button', { name: 'Treu el filtre' }).click()
    await soon(() => figure(page, 'Incidències')).toBe('2')

    await page.getByLabel('Període').selectOption('own')
    await page.getByLabel('Des del').fill('2026-02-10')
    await page.getByLabel('Fins al').fill('2026-02-01')
    await page.getByRole('alert').getByText('La primera data ha de ser abans').waitFor()
    await page.getByLabel('Fins al').fill('2026-02-20')
    await page.getByText(/^10–20 de febr\./).waitFor()
    await page.getByText('No ha passat res en aquest període').waitFor()
    await page.getByText('aquesta instal·lació no té servidor de correu').waitFor()
  })

  test('an agent sees the figures of their department, on a phone too', async () => {
    const { page } = await stage.signIn('neteja@manresa.example', '/t/manresa/incidents', {
      viewport: { width: 380, height: 800 },
    })
    await page.getByRole('link', { name: 'Estadístiques' }).click()
    await page.getByText('Només les incidències dels vostres departaments').waitFor()
    await soon(() => figure(page, 'Incidències')).toBe('1')
    expect(await card(page, 'Converses').count()).toBe(0)
    expect(await page.getByRole('table', { name: 'Incidències per departament' }).textContent()).not.toContain(
      'Enllumenat',
    )
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380)
    await stage.shoot(page, 'statistics-agent')
  })

  test('whoever works for a town chooses in their account whether they get the weekly summary', async () => {
    const { page, errors } = await stage.signIn('neteja@manresa.example', '/account')
    const choice = page.getByRole('switch', { name: 'Manresa: els vostres departaments' })
    expect(await choice.isChecked()).toBe(false)
    await choice.focus()
    await page.keyboard.press('Space')
    await page.getByText('Desat. El rebreu quan s’enviï.').waitFor()
    await page.reload()
    await soon(() => choice.isChecked()).toBe(true)
    expect(errors).toEqual([])
  })
})
