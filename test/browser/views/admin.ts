import type { Page } from 'playwright-core'
import { answerSettingViews } from './over-answers.ts'
import { DIALOG, type View } from './view.ts'

/** Opens what the first pencil of the page leads to. */
async function editFirst(page: Page) {
  await page.locator('main button:has(.lucide-pencil)').first().click()
  await page.locator(`${DIALOG} input`).first().waitFor()
}

/** What only an administrator sees and does. */
export const adminViews: View[] = [
  { name: 'own account', path: '/account', ready: page => page.getByRole('textbox').first().waitFor() },
  {
    name: 'an invitation',
    path: '/t/manresa/settings/people',
    part: DIALOG,
    async ready(page) {
      await page.locator('main button:has(.lucide-user-round-plus)').click()
      await page.locator(`${DIALOG} input`).first().waitFor()
    },
  },
  ...answerSettingViews,
  { name: 'a person', path: '/t/manresa/settings/people', part: DIALOG, ready: editFirst },
  {
    name: 'the question before somebody is removed',
    path: '/t/manresa/settings/people',
    part: DIALOG,
    async ready(page) {
      await editFirst(page)
      await page.locator(`${DIALOG} button:has(.lucide-user-round-minus)`).click()
      await page.locator(`${DIALOG} li`).first().waitFor()
    },
  },
  { name: 'a department', path: '/t/manresa/settings/departments', part: DIALOG, ready: editFirst },
  { name: 'a bookable service', path: '/t/manresa/settings/appointments', part: DIALOG, ready: editFirst },
  { name: 'a calendar', path: '/t/manresa/settings/calendars', part: DIALOG, ready: editFirst },
  {
    name: 'a year of hours',
    path: '/t/manresa/settings/calendars/atencio/2026',
    ready: page => page.getByRole('grid').last().waitFor(),
  },
  {
    name: 'one day of a year',
    path: '/t/manresa/settings/calendars/atencio/2026',
    part: DIALOG,
    async ready(page) {
      await page.locator('[data-date="2026-11-23"]').click()
      await page.locator(`${DIALOG} input`).first().waitFor()
    },
  },
  {
    name: 'a department that is needed',
    path: '/t/manresa/settings/departments',
    part: DIALOG,
    async ready(page) {
      await editFirst(page)
      await page.locator(`${DIALOG} button:has(.lucide-trash-2)`).last().click()
      await page.locator(`${DIALOG} li`).first().waitFor()
    },
  },
]
