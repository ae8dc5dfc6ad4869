import type { Locator, Page } from 'playwright-core'

const FARTHEST = 120 // stops of the Tab key; no screen has so many

const hasFocus = (target: Locator) =>
  target.evaluateAll(elements => elements.some(element => element === document.activeElement))

/** Presses Tab until the focus is there, as somebody without a mouse does. Throws when it cannot be reached. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.first().waitFor({ state: 'attached' })
  for (let pressed = 0; pressed < FARTHEST; pressed += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`The Tab key does not reach ${target}`)
}

/** Reaches something by the Tab key and presses Enter there. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Presses an arrow key until the focus is there: in menus, trees and groups of choices. */
export async function arrowTo(page: Page, target: Locator, key = 'ArrowDown'): Promise<void> {
  await target.first().waitFor({ state: 'attached' })
  for (let pressed = 0; pressed < FARTHEST; pressed += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not reach ${target}`)
}
