import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inBothSchemes, look } from './axe.ts'
import { reportOfTheDark } from './dark-street.ts'
import { openStage, type Stage } from './stage.ts'
import { openedViews } from './views.ts'

const AT_ONCE = 10 // views in one test, so that none is long and a failure says where to look
const ADMINISTRATOR = 'admin@manresa.example'

describe('whatever opens over a screen', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['manresa'])
    await reportOfTheDark(stage)
    await (await stage.signIn(ADMINISTRATOR, '/t/manresa/flows')).context.close()
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('a11y-opened')
  })

  for (let from = 0; from < openedViews.length; from += AT_ONCE) {
    const views = openedViews.slice(from, from + AT_ONCE)
    test(`is accessible, light and dark, and Escape closes it: from ${views[0]?.name} to ${views.at(-1)?.name}`, async () => {
      expect(await look(stage, { who: ADMINISTRATOR, views, check: inBothSchemes })).toEqual([])
    })
  }
})
