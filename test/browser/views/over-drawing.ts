import { DIALOG, dialog, nodes, selectStep, type View } from './view.ts'

/** Of another town, so that two windows may look at once: only one may edit a flow. */
const DRAWING = '/t/alzira/flows/incidencies'

/** What opens over a drawing while it is drawn. */
export const viewsOverTheDrawing: View[] = [
  {
    name: 'inserting a part',
    path: DRAWING,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Insereix de la galeria…' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Agenda/ })
        .waitFor()
    },
  },
  {
    name: 'keyboard shortcuts',
    path: DRAWING,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.keyboard.press('Control+/')
      await dialog(page)
    },
  },
  {
    name: 'choosing an emoji',
    path: DRAWING,
    leaves: true,
    part: DIALOG,
    async ready(page) {
      await selectStep(page)
      await page
        .getByRole('button', { name: /^Insereix un emoji/ })
        .first()
        .click()
      await page.getByLabel('Cerca un emoji').waitFor()
    },
  },
  {
    name: 'adding a step',
    path: DRAWING,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.locator('.react-flow__node').first().getByRole('button').first().click()
      await page.getByRole('menuitem', { name: /Afegeix|Intercala/ }).click()
      await dialog(page)
    },
  },
  {
    name: 'going somewhere',
    path: DRAWING,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill('a')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
    },
  },
  {
    name: 'finding words',
    path: DRAWING,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.keyboard.press('Control+h')
      await page.getByRole('dialog').getByLabel('Cerca als textos').fill('ajuntament')
      await page.getByRole('dialog').getByRole('region').first().waitFor()
    },
  },
  {
    name: 'several steps',
    path: DRAWING,
    leaves: true,
    part: 'section[aria-label$="passos triats"]',
    async ready(page) {
      await nodes(page)
      await page.locator('.react-flow__node').first().focus()
      await page.keyboard.press('Control+a')
      await page.getByRole('button', { name: 'Alinea i reparteix' }).waitFor()
    },
  },
  {
    name: 'changing the kind of a step',
    path: DRAWING,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.locator('.react-flow__node').first().click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Canvia el tipus de pas…' }).click()
      await dialog(page)
    },
  },
  {
    name: 'flow settings',
    path: DRAWING,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Més accions' }).click()
      await page.getByRole('menuitem', { name: 'Ajustos del flux' }).click()
      await dialog(page)
    },
  },
]
