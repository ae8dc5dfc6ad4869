import { DIALOG, FLOW, nodes, type View } from './view.ts'

/** What opens over a drawing to publish it, and when it is in use. */
export const viewsOverPublishing: View[] = [
  {
    name: 'publishing',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Publica', exact: true }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Publica la versió/ })
        .waitFor()
    },
  },
  {
    name: 'publishing later',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Publica', exact: true }).click()
      await page.getByRole('dialog').getByText('En un altre moment').click()
      await page.getByRole('dialog').getByLabel('Dia').waitFor()
    },
  },
  {
    name: 'history',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Més accions' }).click()
      await page.getByRole('menuitem', { name: 'Historial' }).click()
      await page.getByRole('dialog').getByText('Versió 1').first().waitFor()
    },
  },
  {
    name: 'comparing versions',
    path: FLOW,
    part: '[role="dialog"]:has(.react-flow)',
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Més accions' }).click()
      await page.getByRole('menuitem', { name: 'Historial' }).click()
      await page.getByRole('button', { name: 'Compara: Versió 1' }).click()
      await page.getByRole('dialog', { name: 'Comparació de versions' }).locator('.react-flow__node').first().waitFor()
    },
  },
  {
    name: 'withdrawing',
    path: FLOW,
    part: '[role="dialog"]:has([role="radiogroup"])',
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Més accions' }).click()
      await page.getByRole('menuitem', { name: 'Historial' }).click()
      await page.getByRole('button', { name: 'Retira el flux' }).click()
      await page.getByRole('radio', { name: 'Acaben la conversa' }).waitFor()
    },
  },
  {
    name: 'counts',
    path: FLOW,
    leaves: true,
    part: '[role="menu"]',
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: /^Xifres al dibuix/ }).click()
      await page.getByRole('menuitemradio', { name: 'Colors' }).click()
      await page.getByRole('menuitemradio', { name: 'Des de la versió 1' }).click()
    },
  },
  {
    name: 'what was not understood',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: /^Xifres al dibuix/ }).click()
      await page.getByRole('menuitem', { name: 'Què no s’ha entès' }).click()
      await page.getByRole('dialog').getByText('Tot s’ha entès').waitFor()
    },
  },
]
