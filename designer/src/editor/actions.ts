import type { FlowNode } from '@pregoner/shared'
import { translate } from '../i18n/index.ts'
import { duplicate } from './clipboard.ts'
import { addAfter, connect, disconnect, edgeOf } from './edit-edges.ts'
import { addNode, type Position } from './edit-nodes.ts'
import { moveEarlier, moveLater } from './edit-order.ts'
import { removeSelection, type Selection } from './edit-selection.ts'
import { canBeEntered, exitsOf, isDecoration, mainExit } from './exits.ts'
import { freshNode } from './fresh-node.ts'
import type { CommandName } from './history.ts'
import { makeId } from './identifiers.ts'
import { exitLabel, titleOf } from './labels.ts'
import { placeBetween } from './place-between.ts'
import { estimatedSize, freePlace, placeBehind } from './placement.ts'
import { hasRoomFor } from './room.ts'
import type { Editor } from './store.ts'
import { editorWords } from './words.ts'

type Announcement = keyof typeof editorWords.catalogues.ca
const say = (editor: Editor, key: Announcement, values?: Record<string, string | number>) =>
  editor.getState().announce(translate(editorWords, key, values))

const nodeIn = (editor: Editor, id: string) => editor.getState().flow.nodes.find(node => node.id === id)
const named = (editor: Editor, node: FlowNode) => titleOf(node, editor.getState().language)
const exitNamed = (editor: Editor, node: FlowNode, exit: string) => exitLabel(node, exit, editor.getState().language)

const firstOpenExit = (editor: Editor, node: FlowNode): string | undefined =>
  exitsOf(node).find(exit => !edgeOf(editor.getState().flow, node.id, exit.id))?.id

/** Adds a step behind an exit, between it and where it leads when it leads somewhere. */
export const addStepBehind = (editor: Editor, from: FlowNode, exit: string, type: string, at?: Position): void => {
  if (!hasRoomFor(editor, 1)) return
  const { flow, run, goTo } = editor.getState()
  const fresh = freshNode(type)
  if (!canBeEntered(fresh)) {
    addStep(editor, type, at ?? null)
    return
  }
  const size = estimatedSize(fresh)
  const between = at ? null : placeBetween(flow, from, exit, size)
  const node = { ...fresh, position: at ?? between?.position ?? placeBehind(flow, from, exit, size) }
  const onward = mainExit(node)
  const isBetween = edgeOf(flow, from.id, exit) !== undefined
  run(isBetween ? 'insert' : 'add', drawing =>
    addAfter(
      between?.makeRoom(drawing) ?? drawing,
      node,
      { id: makeId('edge'), from: from.id, exit, to: node.id },
      onward && { id: makeId('edge'), exit: onward.id },
    ),
  )
  goTo(node.id)
  say(editor, 'addedBehind', {
    title: named(editor, node),
    from: named(editor, from),
    exit: exitNamed(editor, from, exit),
  })
}

/** Adds a step where the officer looks or points; without a place it follows the selected step when that has an open exit. */
export const addStep = (editor: Editor, type: string, at: Position | null) => {
  if (!hasRoomFor(editor, 1)) return
  const { flow, selection, run, goTo, lookingAt } = editor.getState()
  const node = freshNode(type)
  const [only, ...others] = selection.nodes
  const selected = only && others.length === 0 ? nodeIn(editor, only) : undefined
  const exit = selected && firstOpenExit(editor, selected)
  if (!at && selected && exit && canBeEntered(node)) return addStepBehind(editor, selected, exit, type)
  const size = estimatedSize(node)
  const centred = { x: lookingAt.x - size.width / 2, y: lookingAt.y - size.height / 2 }
  const position = at ?? (isDecoration(node) ? centred : freePlace(flow, centred, size))
  run('add', drawing => addNode(drawing, { ...node, position }))
  goTo(node.id)
  say(editor, 'added', { title: named(editor, node) })
}

export const connectTo = (editor: Editor, from: FlowNode, exit: string, to: string): void => {
  const target = nodeIn(editor, to)
  if (!target || !canBeEntered(target)) return
  editor.getState().run('connect', flow => connect(flow, { id: makeId('edge'), from: from.id, exit, to }))
  say(editor, 'connected', {
    from: named(editor, from),
    exit: exitNamed(editor, from, exit),
    to: named(editor, target),
  })
}

export const disconnectExit = (editor: Editor, from: FlowNode, exit: string): void => {
  editor.getState().run('disconnect', flow => disconnect(flow, from.id, exit))
  say(editor, 'disconnected', { from: named(editor, from), exit: exitNamed(editor, from, exit) })
}

export const remove = (editor: Editor, selection: Selection, command: CommandName = 'remove'): void => {
  const { nodes, edges } = selection
  if (nodes.length + edges.length === 0) return
  editor.getState().run(command, flow => removeSelection(flow, selection))
  if (nodes.length > 0) say(editor, 'removed', { count: nodes.length })
  else say(editor, 'unjoined', { count: edges.length })
}

const pick = (editor: Editor, added: string[]) => {
  editor.getState().select({ nodes: added, edges: [] })
  const [first] = added
  if (added.length === 1 && first) editor.getState().goTo(first)
}

export const duplicateNodes = (editor: Editor, ids: readonly string[]): void => {
  if (!hasRoomFor(editor, ids.length)) return
  let added: string[] = []
  editor.getState().run('duplicate', flow => {
    const [drawing, copies] = duplicate(flow, ids, makeId)
    added = copies
    return drawing
  })
  if (added.length === 0) return
  pick(editor, added)
  say(editor, 'duplicated', { count: added.length })
}

export const takeBack = (editor: Editor) => {
  const name = editor.getState().undo()
  if (!name) return say(editor, 'nothingToUndo')
  say(editor, 'undone', { command: translate(editorWords, `command.${name}`) })
}

export const doAgain = (editor: Editor) => {
  const name = editor.getState().redo()
  if (!name) return say(editor, 'nothingToRedo')
  say(editor, 'redone', { command: translate(editorWords, `command.${name}`) })
}

/** Lets a step change places with the one before or after it. */
export const reorder = (editor: Editor, id: string, way: 'earlier' | 'later') => {
  const before = editor.getState().flow
  editor.getState().run('reorder', flow => (way === 'earlier' ? moveEarlier(flow, id) : moveLater(flow, id)))
  const node = nodeIn(editor, id)
  if (!node) return
  const hasMoved = editor.getState().flow !== before
  say(editor, hasMoved ? 'reordered' : 'cannotReorder', { title: named(editor, node) })
}
