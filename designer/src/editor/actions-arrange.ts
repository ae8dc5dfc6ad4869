import { nodeTypes } from '@pregoner/shared'
import { translate } from '../i18n/index.ts'
import { type Alignment, aligned, boxesOf, type Distribution, distributed, following } from './arrange.ts'
import { addNode, moveNodes, type Position } from './edit-nodes.ts'
import { freshNode } from './fresh-node.ts'
import { areaAround, carried, ownSize } from './placement.ts'
import { hasRoomFor } from './room.ts'
import type { Editor } from './store.ts'
import { arrangingWords } from './words/arranging.ts'

const say = (editor: Editor, key: 'aligned' | 'distributed' | 'framed' | 'chosen' | 'alreadySo', count = 0) =>
  editor.getState().announce(translate(arrangingWords, key, { count }))

const said = { align: 'aligned', distribute: 'distributed' } as const

const place = (editor: Editor, command: 'align' | 'distribute', places: ReadonlyMap<string, Position>) => {
  const { flow: before, run } = editor.getState()
  run(command, flow => moveNodes(flow, carried(flow, places)))
  const hasMoved = editor.getState().flow !== before
  say(editor, hasMoved ? said[command] : 'alreadySo', places.size)
}

/** Puts several steps in line; what lies inside a chosen area moves along. */
export const alignSteps = (editor: Editor, ids: readonly string[], way: Alignment): void => {
  const { flow, sizeOf } = editor.getState()
  place(editor, 'align', aligned(flow, ids, way, sizeOf))
}

/** Gives three or more steps equal gaps. */
export const distributeSteps = (editor: Editor, ids: readonly string[], way: Distribution): void => {
  const { flow, sizeOf } = editor.getState()
  place(editor, 'distribute', distributed(flow, ids, way, sizeOf))
}

/** A node that is an area around others. */
const freshArea = () => nodeTypes.map(({ type }) => freshNode(type)).find(ownSize)

/** Draws an area around the chosen steps and selects it, so that its title can be written. */
export const frameSteps = (editor: Editor, ids: readonly string[]): void => {
  const { flow, sizeOf, run, goTo } = editor.getState()
  const boxes = boxesOf(flow, ids, sizeOf)
  const area = freshArea()
  if (boxes.length === 0 || !area || !hasRoomFor(editor, 1)) return
  const { position, size } = areaAround(boxes)
  run('frame', drawing => addNode(drawing, { ...area, position, config: { ...area.config, ...size } }))
  goTo(area.id)
  say(editor, 'framed', boxes.length)
}

/** Selects steps and says how many. */
export const selectSteps = (editor: Editor, nodes: readonly string[]): void => {
  editor.getState().select({ nodes, edges: [] })
  say(editor, 'chosen', nodes.length)
}

export const selectAll = (editor: Editor): void =>
  selectSteps(
    editor,
    editor.getState().flow.nodes.map(({ id }) => id),
  )

/** Selects a step and all that conversations may come to after it. */
export const selectFollowing = (editor: Editor, id: string): void =>
  selectSteps(editor, following(editor.getState().flow, id))

/** Takes a step into the selection, or out of it. */
export const toggleSelected = (editor: Editor, id: string): void => {
  const { nodes } = editor.getState().selection
  selectSteps(editor, nodes.includes(id) ? nodes.filter(other => other !== id) : [...nodes, id])
}
