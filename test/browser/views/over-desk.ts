import { viewsOverAnswers } from './over-answers.ts'
import { viewsOverWork } from './over-work.ts'
import { DIALOG, dialog, type View } from './view.ts'

/** What opens over incidents, and over a citizen’s chat. */
export const viewsOverTheDesk: View[] = [
  {
    name: 'changing a status',
    path: '/t/manresa/incidents',
    part: DIALOG,
    async ready(page) {
      await page.locator('a[data-status]').first().click()
      await page.getByRole('button', { name: 'Canvia l’estat' }).click()
      await page.getByRole('menuitem', { name: 'Tancada sense actuació' }).click()
      await dialog(page)
    },
  },
  {
    name: 'a photo seen large',
    path: '/t/manresa/incidents',
    part: DIALOG,
    async ready(page) {
      await page.locator('a[data-status]').first().click()
      await page.locator('article button:has(img)').first().click()
      await dialog(page)
    },
  },
  ...viewsOverWork,
  ...viewsOverAnswers,
  {
    name: 'a conversation in the chat',
    path: '/chat/manresa',
    async ready(page) {
      await page
        .getByRole('button', { name: 'Hola' })
        .or(page.getByRole('button', { name: 'Veure serveis' }))
        .first()
        .waitFor()
      if (await page.getByRole('button', { name: 'Hola' }).isVisible()) {
        await page.getByRole('button', { name: 'Hola' }).click()
      }
      await page.getByRole('button', { name: 'Veure serveis' }).click()
      await page.getByRole('dialog', { name: 'Veure serveis' }).waitFor()
    },
  },
]
