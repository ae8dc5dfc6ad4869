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
      const text = 'Respon a {{1}}, {{2}}.'
      const template = { name: 'resposta_pendent', category: 'UTILITY', reason: null, text, needsMore: false }
      const templates = [
        { ...template, id: '1', language: 'ca', state: 'APPROVED' },
        { ...template, id: '2', language: 'es', state: 'APPROVED' },
        { ...template, id: '3', language: 'it', state: 'PAUSED' },
        { ...template, id: '4', name: 'oferta', language: 'ca', state: 'REJECTED', reason: 'PROMOTIONAL' },
      ]
      await page.route('**/api/towns/manresa/channels/manresa/templates', route =>
        route.fulfill({ json: { outcome: 'ok', code: null, templates } }),
      )
      await page.locator('main h3 ~ div button').first().click()
      await page.locator(`${DIALOG} input[type="radio"]`).first().check()
      await page.locator(`${DIALOG} h3`).waitFor()
    },
  },
]
