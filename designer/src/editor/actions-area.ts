import type { Flow, FlowNode } from '@pregoner/shared'
import { translate } from '../i18n/index.ts'
import { changeConfig, moveNodes } from './edit-nodes.ts'
import { titleOf } from './labels.ts'
import { areaAround, freePlace, inside, ownSize } from './placement.ts'
import type { Editor } from './store.ts'
import { areaWords } from './words/areas.ts'

const GAP = 40

/** The areas drawn around steps. */
export const areasOf = (flow: Flow): FlowNode[] => flow.nodes.filter(node => ownSize(node) !== null)

/** The areas a node lies in. */
export const areasAround = (flow: Flow, node: FlowNode): FlowNode[] =>
  areasOf(flow).filter(area => inside(flow, area).includes(node))

const say = (editor: Editor, key: 'putIn' | 'takenOut', node: FlowNode, area: FlowNode) => {
  const { announce, language } = editor.getState()
  announce(translate(areaWords, key, { title: titleOf(node, language), area: titleOf(area, language) }))
}

/** Moves a step below what already lies in an area, which grows to hold it. */
export const putIntoArea = (editor: Editor, node: FlowNode, area: FlowNode): void => {
  const { flow, sizeOf, run } = editor.getState()
  const members = inside(flow, area).map(member => ({ ...member.position, ...sizeOf(member) }))
  const around = ownSize(area)
  if (!around) return
  const lowest = Math.max(area.position.y, ...members.map(({ y, height }) => y + height))
  const left = members.length > 0 ? Math.min(...members.map(({ x }) => x)) : area.position.x + GAP
  const place = { x: left, y: lowest + (members.length > 0 ? GAP : 2 * GAP) }
  const needed = areaAround([
    { ...area.position, width: 0, height: 0 },
    { ...place, ...sizeOf(node) },
  ]).size
  const size = { width: Math.max(around.width, needed.width), height: Math.max(around.height, needed.height) }
  run('frame', drawing =>
    changeConfig(moveNodes(drawing, new Map([[node.id, place]])), area.id, { ...area.config, ...size }, []),
  )
  say(editor, 'putIn', node, area)
}

/** Moves a step to a free place beside the area it lies in. */
export const takeOutOfArea = (editor: Editor, node: FlowNode, area: FlowNode): void => {
  const { flow, sizeOf, run } = editor.getState()
  const around = ownSize(area)
  if (!around) return
  const beside = { x: area.position.x + around.width + GAP, y: node.position.y }
  run('move', drawing => moveNodes(drawing, new Map([[node.id, freePlace(flow, beside, sizeOf(node))]])))
  say(editor, 'takenOut', node, area)
}
