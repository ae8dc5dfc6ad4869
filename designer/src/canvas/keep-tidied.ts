import type { Flow } from '@pregoner/shared'
import { changeConfig, moveNodes } from '../editor/edit-nodes.ts'
import type { Editor } from '../editor/store.ts'
import { translate } from '../i18n/index.ts'
import { type Tidied, type TidyDirection, tidy } from './tidy.ts'
import { canvasWords } from './words.ts'

/** Keeps the new places of a tidied drawing as one command; not when somebody has gone on drawing meanwhile. */
export const keepTidied = (editor: Editor, before: Flow, { positions, areas }: Tidied): boolean => {
  if (editor.getState().flow !== before) return false
  editor.getState().run('tidy', flow => {
    const moved = moveNodes(flow, positions)
    return [...areas].reduce((drawing, [id, size]) => {
      const frame = drawing.nodes.find(node => node.id === id)
      return frame ? changeConfig(drawing, id, { ...frame.config, ...size }, []) : drawing
    }, moved)
  })
  editor.getState().announce(translate(canvasWords, 'tidied'))
  return true
}

/** Tidies the drawing up where it is not seen. */
export const tidyUnseen = async (editor: Editor, direction: TidyDirection): Promise<void> => {
  const { flow, sizeOf } = editor.getState()
  const sizes = new Map(flow.nodes.map(node => [node.id, sizeOf(node)]))
  keepTidied(editor, flow, await tidy(flow, sizes, direction))
}
