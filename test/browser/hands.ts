import type { Locator, Page } from 'playwright-core'
import { soon } from './soon.ts'

/** What an officer's hands do while drawing, by the words on the screen. */
export function handsOf(page: Page) {
  const inspector = page.getByRole('complementary', { name: 'Pas triat' })
  const dialog = page.getByRole('dialog')

  /** The steps on the canvas whose spoken name begins like this: «Menú: Què ha passat?». */
  const step = (begin: string): Locator => page.getByRole('group', { name: new RegExp(`^${begin}`) })

  async function choose(label: string, option: string, within: Page | Locator = inspector): Promise<void> {
    await within.getByLabel(label, { exact: true }).first().click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }

  /** Opens the menu of an exit by the button beside its words. */
  const exitMenu = (from: Locator, exit: string) => from.getByRole('button', { name: `Sortida «${exit}»` }).click()

  return {
    inspector,
    step,
    choose,
    field: (label: string) => inspector.getByLabel(label, { exact: true }),

    async write(label: string, texts: { ca?: string; es?: string }): Promise<void> {
      if (texts.ca) await inspector.getByLabel(`${label} en català`, { exact: true }).fill(texts.ca)
      if (texts.es) await inspector.getByLabel(`${label} en castellà`, { exact: true }).fill(texts.es)
    },

    async writeWord(label: string, word: string): Promise<void> {
      await inspector.getByLabel(label, { exact: true }).first().fill(word)
      await page.keyboard.press('Enter')
    },

    async addBehind(from: Locator, exit: string, kind: string): Promise<void> {
      await exitMenu(from, exit)
      await page.getByRole('menuitem', { name: 'Afegeix el pas següent…' }).click()
      await dialog.getByRole('combobox', { name: 'Cerca un tipus de pas' }).fill(kind)
      await dialog.getByRole('option', { name: kind }).first().click()
    },

    async connect(from: Locator, exit: string, to: string): Promise<void> {
      await exitMenu(from, exit)
      await page.getByRole('menuitem', { name: 'Uneix amb…' }).click()
      await dialog.getByRole('option', { name: to }).click()
    },

    addFromPalette: (kind: string) =>
      page
        .getByRole('navigation', { name: 'Passos per afegir' })
        .getByRole('button', { name: kind, exact: true })
        .click(),

    /** Opens the list of problems and goes to the one that is said like this. */
    async goToProblem(words: RegExp): Promise<void> {
      await page.getByRole('button', { name: /\d errors?/ }).click()
      await dialog.getByRole('button', { name: words }).first().click()
      await soon(() => inspector.evaluate(form => form.contains(document.activeElement))).toBe(true)
    },

    /** The step's own place on the canvas. */
    async placeOf(begin: string) {
      const box = await step(begin).boundingBox()
      if (!box) throw new Error(`«${begin}» is not on the canvas`)
      return box
    },

    saved: () =>
      page
        .getByRole('status')
        .filter({ hasText: /^\s*Desat$/ })
        .waitFor(),
  }
}
