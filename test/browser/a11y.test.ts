import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { reportOfTheDark } from './dark-street.ts'
import { type Check, inBothSchemes, inTwoWindows, look, lookTogether } from './look.ts'
import { openStage, type Stage } from './stage.ts'
import { narrowViews, officerViews, publicViews } from './views/index.ts'
import { violationsOn } from './violations.ts'
import { wrongInOtherWords, wrongWords } from './wrong-words.ts'

const PATIENCE_MS = 400_000 // on a machine that is busy with other things
const ADMINISTRATOR = 'admin@manresa.example'
const NARROW: BrowserContextOptions = { viewport: { width: 380, height: 780 }, hasTouch: true, isMobile: true }

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

  test(
    'is accessible, light and dark, and in other words',
    async () => {
      const check: Check = async (page, view) => [
        ...(await inBothSchemes(page, view)),
        ...(await wrongInOtherWords(page, view)),
      ]
      expect(await lookTogether(stage, inTwoWindows({ who: ADMINISTRATOR, views: officerViews, check }))).toEqual([])
    },
    PATIENCE_MS,
  )

  test('is accessible to those who have not signed in', async () => {
    expect(await look(stage, { who: null, views: publicViews, check: inBothSchemes })).toEqual([])
  })

  for (const locale of ['es-ES', 'it-IT', 'en-GB']) {
    test(`begins in the language of the browser (${locale})`, async () => {
      const check: Check = (page, view) => wrongWords(page, view, locale.slice(0, 2))
      expect(await look(stage, { who: null, views: publicViews, check, options: { locale } })).toEqual([])
    })
  }

  test('fits a narrow phone without sideways scroll, and is accessible there', async () => {
    const check: Check = async (page, view) => {
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      return [...(excess > 0 ? [`${view.name}: ${excess} px too wide`] : []), ...(await violationsOn(page, view))]
    }
    const onDesks = ['canvas', 'a step', 'outline', 'texts', 'not found']
    const views = [...narrowViews, ...officerViews.filter(({ name }) => !onDesks.includes(name))]
    const windows = inTwoWindows({ who: ADMINISTRATOR, views, check, options: NARROW })
    const found = await Promise.all([
      look(stage, { who: null, views: publicViews, check, options: NARROW }),
      lookTogether(stage, windows),
    ])
    expect(found.flat()).toEqual([])
  })
})
