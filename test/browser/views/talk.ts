import type { Page } from 'playwright-core'
import type { View } from './view.ts'

async function searchFor(page: Page) {
  await page.locator('main a[href*="/conversations/"]').first().waitFor()
  await page.getByRole('searchbox').fill('llum')
  await page.locator('main mark').first().waitFor()
}

async function noteWithNames(page: Page) {
  await page.locator('a[data-status]').first().click()
  await page.getByText('Nota interna', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Nota per als companys' }).fill('@Marta Soldevila i @Pau Ferrer, ho sabeu?')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Desa la nota' }).click()
  await page.locator('main mark').nth(1).waitFor()
}

/** What was found in conversations, and a note that asks for oneself and a colleague. */
export const talkViews: View[] = [
  { name: 'found conversations', path: '/t/manresa/conversations', ready: searchFor },
  { name: 'a note with names', path: '/t/manresa/incidents', ready: noteWithNames },
]
