import type { Page } from 'playwright-core'
import { DIALOG, dialog, FLOW, nodes, selectStep, showTexts, type View } from './view.ts'

/** As if somebody else edited the flow of this address. */
async function seeTheirs(page: Page) {
  const pau = { name: 'Pau Ferrer', isYou: false, isThisTab: false }
  const answer = { holder: pau, endsInMs: 40_000, ask: null, rev: 1 }
  await page.route('**/lock', route => {
    const isRelease = route.request().postDataJSON()?.action === 'release' // what this page held before, it lets go
    return page.url().includes('theirs') && !isRelease ? route.fulfill({ json: answer }) : route.fallback()
  })
  await page.reload()
  await page.getByText('Pau Ferrer està editant aquest flux.').waitFor()
  await selectStep(page)
}

/** What opens beside a drawing to try it, judge it and approve it. */
export const viewsOverTrying: View[] = [
  {
    name: 'flow tests',
    path: FLOW,
    part: 'section[aria-label="Proves del flux"]',
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: /^Proves del flux: 3 i van bé/ }).click()
      await page.getByRole('button', { name: /^incidència → Via pública/ }).click()
      await page.getByRole('article').getByRole('list').first().waitFor()
    },
  },
  {
    name: 'keeping a test',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Simulador', exact: true }).click()
      await page.getByRole('button', { name: 'Comença el flux' }).click()
      await page.getByRole('button', { name: 'Desa com a prova' }).click()
      await dialog(page)
    },
  },
  {
    name: 'approving',
    path: `${FLOW}/script`,
    part: DIALOG,
    async ready(page) {
      await page.locator('#conversations-ca').waitFor()
      await page.getByRole('button', { name: 'Anota una aprovació' }).click()
      await dialog(page)
    },
  },
  {
    name: 'simulator',
    path: FLOW,
    part: 'section[aria-label="Simulador"]',
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Simulador', exact: true }).click()
      await page.getByRole('button', { name: 'Comença el flux' }).click()
      await page.getByRole('log').getByText('De què es tracta?').waitFor()
      await page.getByRole('button', { name: 'Tria el tema' }).click()
      await page.getByRole('dialog', { name: 'Tria el tema' }).waitFor()
    },
  },
  {
    name: 'problems and price',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Sense problemes' }).click()
      await page.getByRole('button', { name: /^Una conversa/ }).click()
      await page.getByRole('button', { name: 'El camí més llarg' }).first().click()
    },
  },
  {
    name: 'texts of a file',
    path: FLOW,
    leaves: true,
    part: DIALOG,
    async ready(page) {
      await showTexts(page)
      const row = await page.locator('[data-row]').nth(2).getAttribute('data-row')
      const buffer = Buffer.from(`id;es\n${row};Otro texto {{calle}}\nno/hi-es;x\n`)
      const file = page.getByLabel('Porta dins', { exact: true }).and(page.locator('input'))
      await file.setInputFiles({ name: 'textos.csv', mimeType: 'text/csv', buffer })
      await dialog(page)
    },
  },
  { name: 'a flow that somebody else edits', path: `${FLOW}?theirs`, ready: seeTheirs },
]
