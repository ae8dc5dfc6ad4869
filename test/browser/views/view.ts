import type { Page } from 'playwright-core'

/** A screen as people come to it, and what to do there before it is looked at. */
export interface View {
  name: string
  path: string
  /** The part that is new here, when the rest has been looked at elsewhere. */
  part?: string
  /** Closing it does not bring the page back to what it was. */
  leaves?: boolean
  /** Runs once the page is open; ends when the screen is complete. */
  ready(page: Page): Promise<unknown>
}

/** Names that are the same in every language of the screens: found by what they are, not by their words. */
export const dialog = (page: Page) => page.getByRole('dialog').waitFor()
export const nodes = (page: Page) => page.locator('.react-flow__node').first().waitFor()
export const heading = (page: Page) => page.locator('main h1').first().waitFor()
export const DIALOG = '[role="dialog"]'
export const LIST = '/t/manresa/flows'
export const FLOW = '/t/manresa/flows/incidencia'

export async function selectStep(page: Page) {
  await nodes(page)
  await page
    .locator('.react-flow__node')
    .nth(1)
    .click({ position: { x: 60, y: 20 } })
  await page.getByRole('complementary').locator('form, [data-form]').first().waitFor()
}

export async function showTexts(page: Page) {
  await page.getByRole('radiogroup').first().locator('label').nth(2).click()
  await page.getByRole('table').waitFor()
}
