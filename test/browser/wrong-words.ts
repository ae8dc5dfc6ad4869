import { interfaceLanguages } from '@pregoner/shared'
import type { Page } from 'playwright-core'
import type { View } from './views/index.ts'
import { violationsOn } from './violations.ts'

/** Of axe's rules, those that other words can break: names, languages, and what longer words push together. */
const RULES_OF_WORDS = [
  'html-has-lang',
  'html-lang-valid',
  'valid-lang',
  'document-title',
  'button-name',
  'link-name',
  'image-alt',
  'svg-img-alt',
  'label',
  'select-name',
  'aria-command-name',
  'aria-input-field-name',
  'aria-toggle-field-name',
  'aria-dialog-name',
  'aria-treeitem-name',
  'target-size',
]

/** What is wrong with the words of a screen as it stands; it has to say that it is in this language. */
export async function wrongWords(page: Page, view: View, language: string): Promise<string[]> {
  const name = `${view.name}, ${language}`
  const said = await page.locator('html').getAttribute('lang')
  return [
    ...(said === language ? [] : [`${name}: says to be in ${said}`]),
    ...(await violationsOn(page, { ...view, name }, RULES_OF_WORDS)),
  ]
}

/** What a page hears when a language is chosen in another tab; a real one would hide the page that is looked at. */
async function chooseBeside(page: Page, language: string): Promise<void> {
  await page.evaluate(newValue => {
    dispatchEvent(new StorageEvent('storage', { key: 'pregoner.language', newValue }))
  }, language)
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
}

/** The screen as it stands, in every other language of the screens; it stays in the last one. */
export async function wrongInOtherWords(page: Page, view: View): Promise<string[]> {
  const said = await page.locator('html').getAttribute('lang')
  const wrong: string[] = []
  for (const language of interfaceLanguages.filter(code => code !== said)) {
    await chooseBeside(page, language)
    wrong.push(...(await wrongWords(page, view, language)))
  }
  return wrong
}
