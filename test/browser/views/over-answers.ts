import { DIALOG, dialog, type View } from './view.ts'

/** What opens around answers at the desk. */
export const viewsOverAnswers: View[] = [
  {
    name: 'saved replies',
    path: '/t/manresa/incidents',
    part: DIALOG,
    async ready(page) {
      await page.locator('a[data-status]').first().click()
      await page.getByRole('textbox', { name: 'Resposta a la persona' }).click()
      await page.getByRole('button', { name: 'Respostes desades' }).click()
      await dialog(page)
    },
  },
]

/** What an administrator sets for answers. */
export const answerSettingViews: View[] = [
  {
    name: 'a saved reply',
    path: '/t/manresa/settings/replies',
    part: DIALOG,
    async ready(page) {
      await page.locator('main button:has(.lucide-plus)').first().click()
      await page.locator(`${DIALOG} textarea`).first().waitFor()
    },
  },
  {
    name: 'the template for late answers',
    path: '/t/manresa/settings/channels',
    part: DIALOG,
    async ready(page) {
      await page.locator('main h3 ~ div button').first().click()
      await page.locator(`${DIALOG} button:has(.lucide-plus)`).click()
      await page.locator(`${DIALOG} button:has(.lucide-x)`).last().waitFor()
    },
  },
]
