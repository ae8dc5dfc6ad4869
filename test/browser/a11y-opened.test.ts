import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { reportOfTheDark } from './dark-street.ts'
import { inBothSchemes, look, lookTogether } from './look.ts'
import { openStage, type Stage } from './stage.ts'
import {
  type View,
  viewsOverPublishing,
  viewsOverTheDesk,
  viewsOverTheDrawing,
  viewsOverTheList,
  viewsOverTrying,
} from './views/index.ts'

const PATIENCE_MS = 400_000 // on a machine that is busy with other things

describe('whatever opens over a screen', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['manresa', 'alzira'])
    await reportOfTheDark(stage)
    for (const town of ['manresa', 'alzira']) {
      await (await stage.signIn(`admin@${town}.example`, `/t/${town}/flows`)).context.close()
    }
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('a11y-opened')
  })

  const ofTown = (town: string, views: readonly View[]) => ({
    who: `admin@${town}.example`,
    views,
    check: inBothSchemes,
  })

  test(
    'is accessible, light and dark, and Escape closes it, while a flow is drawn and in use',
    async () => {
      const windows = [
        ofTown('alzira', viewsOverTheDrawing),
        ofTown('manresa', [...viewsOverTheList, ...viewsOverTheDesk]),
      ]
      expect(await lookTogether(stage, windows)).toEqual([])
    },
    PATIENCE_MS,
  )

  test(
    'is the same while a flow is tried and published',
    async () => {
      // In one tab: another one would have to wait until this one's right to edit has run out.
      expect(await look(stage, ofTown('manresa', [...viewsOverTrying, ...viewsOverPublishing]))).toEqual([])
    },
    PATIENCE_MS,
  )
})
