import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { reportOfTheDark } from './dark-street.ts'
import { inBothSchemes, lookTogether } from './look.ts'
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
    'is accessible, light and dark, and Escape closes it, while a flow is drawn and tried',
    async () => {
      const windows = [ofTown('alzira', viewsOverTheDrawing), ofTown('manresa', viewsOverTrying)]
      expect(await lookTogether(stage, windows)).toEqual([])
    },
    PATIENCE_MS,
  )

  test(
    'is the same while a flow is begun, published and in use',
    async () => {
      const windows = [
        ofTown('manresa', [...viewsOverTheList, ...viewsOverTheDesk]),
        ofTown('manresa', viewsOverPublishing),
      ]
      expect(await lookTogether(stage, windows)).toEqual([])
    },
    PATIENCE_MS,
  )
})
