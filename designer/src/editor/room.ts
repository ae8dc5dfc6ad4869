import { translate } from '../i18n/index.ts'
import type { Editor } from './store.ts'
import { editorWords } from './words.ts'

/** Measured: up to here a drawing opens, moves and saves at once; and nobody finds anything in a larger one. */
export const MAX_STEPS = 1_500

/** Whether so many more steps may be added; says so when not. */
export const hasRoomFor = (editor: Editor, count: number): boolean => {
  const { flow, tell } = editor.getState()
  if (flow.nodes.length + count <= MAX_STEPS) return true
  tell(translate(editorWords, 'full', { max: MAX_STEPS }))
  return false
}
