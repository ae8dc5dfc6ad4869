import { afterEach, beforeEach } from 'vitest'

/** Makes the tests of a `describe` chapters of one story: when one fails, those after it are left out. */
export function inOneStory(onFailure: () => Promise<void>): void {
  let isBroken = false
  beforeEach(({ skip }) => skip(isBroken, 'What came before has failed'))
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    isBroken = true
    await onFailure()
  })
}
