import type { Page } from 'playwright-core'
import { DIALOG, type View } from './view.ts'

const path = '/t/manresa/incidents'

async function openFirst(page: Page) {
  await page.locator('a[data-status]').first().click()
  await page.getByRole('article').waitFor()
}

async function pickFirst(page: Page) {
  await page.locator('a[data-status]').first().waitFor()
  await page.getByRole('button', { name: 'Tria’n diverses' }).click()
  await page.locator('li input[type="checkbox"]').first().check()
}

/** Who works on what: hand-overs, several at once, mentions; by their Catalan words. */
export const viewsOverWork: View[] = [
  {
    name: 'handing over',
    path,
    part: DIALOG,
    async ready(page) {
      await openFirst(page)
      await page.getByRole('button', { name: 'Passa-la…' }).click()
      await page.getByRole('dialog').getByLabel('Nota per a qui la rebi').waitFor()
    },
  },
  {
    name: 'picking several',
    path,
    leaves: true,
    part: 'section:has(> section)',
    ready: pickFirst,
  },
  {
    name: 'changing several',
    path,
    leaves: true,
    part: DIALOG,
    async ready(page) {
      await pickFirst(page)
      await page.getByRole('button', { name: 'Estat…' }).click()
      await page.getByRole('dialog').getByLabel('Tancada sense actuació').check()
    },
  },
  {
    name: 'mentioning a colleague',
    path,
    leaves: true,
    async ready(page) {
      await openFirst(page)
      await page.getByText('Nota interna').first().click()
      await page.getByLabel('Nota per als companys').pressSequentially('@')
      await page.getByRole('option').first().waitFor()
    },
  },
]
