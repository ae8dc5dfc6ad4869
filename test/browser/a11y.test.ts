import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inBothSchemes, look, lookTogether, violationsOn } from './axe.ts'
import { reportOfTheDark } from './dark-street.ts'
import { openStage, type Stage } from './stage.ts'
import { narrowViews, officerViews, publicViews, type View } from './views.ts'

const ADMINISTRATOR = 'admin@manresa.example'
const NARROW: BrowserContextOptions = { viewport: { width: 380, height: 780 }, hasTouch: true, isMobile: true }
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

describe('every screen', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['manresa'])
    await reportOfTheDark(stage)
    // Signs in once; everybody after that comes with the same cookie.
    await (await stage.signIn(ADMINISTRATOR, '/t/manresa/flows')).context.close()
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('a11y')
    for (const context of stage.browser.contexts()) await context.close()
  })

  test('is accessible, light and dark', async () => {
    const found = await Promise.all([
      look(stage, { who: null, views: publicViews, check: inBothSchemes }),
      lookTogether(stage, { who: ADMINISTRATOR, views: officerViews, check: inBothSchemes }),
    ])
    expect(found.flat()).toEqual([])
  })

  for (const locale of ['es-ES', 'it-IT', 'en-GB']) {
    test(`is accessible in other words, and says its language (${locale})`, async () => {
      const language = locale.slice(0, 2)
      const check = async (page: Page, view: View) => {
        const said = await page.locator('html').getAttribute('lang')
        return [
          ...(said === language ? [] : [`${view.name}: says to be in ${said}`]),
          ...(await violationsOn(page, view, RULES_OF_WORDS)),
        ]
      }
      const options = { locale }
      const found = await Promise.all([
        look(stage, { who: null, views: publicViews, check, options }),
        lookTogether(stage, { who: ADMINISTRATOR, views: officerViews, check, options }),
      ])
      expect(found.flat()).toEqual([])
    })
  }

  test('fits a narrow phone without sideways scroll, and is accessible there', async () => {
    const check = async (page: Page, view: View) => {
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      return [...(excess > 0 ? [`${view.name}: ${excess} px too wide`] : []), ...(await violationsOn(page, view))]
    }
    const onDesks = ['canvas', 'a step', 'outline', 'texts', 'not found']
    const views = [...officerViews.filter(({ name }) => !onDesks.includes(name)), ...narrowViews]
    const found = await Promise.all([
      look(stage, { who: null, views: publicViews, check, options: NARROW }),
      lookTogether(stage, { who: ADMINISTRATOR, views, check, options: NARROW }),
    ])
    expect(found.flat()).toEqual([])
  })
})
