import type { Page } from 'playwright-core'
import { smallFlow } from '../../small-flow.ts'
import { DIALOG, LIST, type View } from './view.ts'

/** Opens a file from the list of flows, and waits for what can be done then. */
async function openFile(page: Page, text: string, button: string) {
  await page.locator('main li').first().waitFor()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Obre un fitxer…' }).click()
  await (await chosen).setFiles({ name: 'flux.pregoner.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByRole('dialog').getByRole('button', { name: button }).waitFor()
}

/** What opens over the list of flows. */
export const viewsOverTheList: View[] = [
  {
    name: 'a template of the gallery',
    path: LIST,
    part: DIALOG,
    async ready(page) {
      await page.getByRole('button', { name: 'Crea un flux' }).click()
      await page.getByRole('button', { name: /^Valoració/ }).click()
      await page.getByRole('dialog').getByText('Com t’hem atès?').waitFor()
    },
  },
  {
    name: 'what is left to fill in',
    path: LIST,
    part: 'section[aria-label="Per omplir"]',
    async ready(page) {
      await page.getByRole('button', { name: 'Crea un flux' }).click()
      await page.getByRole('button', { name: /^Escriure a l’alcaldia/ }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Crea un flux' }).click()
      await page.getByRole('region', { name: 'Per omplir' }).getByRole('textbox').first().waitFor()
    },
  },
  {
    name: 'a flow from a file',
    path: LIST,
    part: DIALOG,
    ready: page => openFile(page, JSON.stringify(smallFlow('fitxer')), 'Crea’n un flux'),
  },
  {
    name: 'a file that is no flow',
    path: LIST,
    part: DIALOG,
    ready: page => openFile(page, '{"formatVersion": 1,', 'Tria un altre fitxer…'),
  },
]
