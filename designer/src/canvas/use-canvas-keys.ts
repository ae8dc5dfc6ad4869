import type { KeyboardEvent, RefObject } from 'react'
import { duplicateNodes, remove } from '../editor/actions.ts'
import { selectAll, toggleSelected } from '../editor/actions-arrange.ts'
import { useEditor } from '../editor/context.tsx'
import { nothingSelected } from '../editor/edit-selection.ts'
import type { CanvasMenuRequest } from './canvas-context.ts'
import { type Direction, neighbour } from './neighbour.ts'

const directions: { readonly [key: string]: Direction | undefined } = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/**
 * The keys of the canvas. A focused step that is not selected lets the arrow keys go to its neighbours; a selected one
 * is moved by them, which React Flow does.
 */
export function useCanvasKeys(
  frame: RefObject<HTMLElement | null>,
  order: readonly string[],
  focusStep: (id: string) => void,
  openMenu: (request: CanvasMenuRequest) => void,
): (event: KeyboardEvent) => void {
  const editor = useEditor()

  const takeAway = (focused: string) => {
    const { selection } = editor.getState()
    const gone =
      selection.nodes.includes(focused) || selection.nodes.length === 0
        ? [focused, ...selection.nodes]
        : selection.nodes
    const next = order.slice(0, order.indexOf(focused)).findLast(id => !gone.includes(id))
    remove(editor, { nodes: [...new Set(gone)], edges: selection.edges })
    const after = next ?? editor.getState().flow.nodes[0]?.id
    if (after) focusStep(after)
    else frame.current?.querySelector<HTMLElement>('button')?.focus()
  }

  const onStep = (event: KeyboardEvent, focused: string): boolean => {
    const { flow, selection, select, goTo, isReadOnly } = editor.getState()
    const isSelected = selection.nodes.includes(focused)
    const direction = directions[event.key]
    if (direction && (!isSelected || isReadOnly)) {
      const next = neighbour(flow.nodes, focused, direction)
      if (next) focusStep(next)
      return true
    }
    if (event.key === 'Home' || event.key === 'End') {
      const next = order.at(event.key === 'Home' ? 0 : -1)
      if (next) focusStep(next)
      return true
    }
    const isMenuKey = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')
    if (isMenuKey && event.target instanceof HTMLElement) {
      const { left, top } = event.target.getBoundingClientRect()
      openMenu({ node: focused, exit: null, x: left + 40, y: top + 44, from: event.target })
      return true
    }
    if (event.key === 'Enter' && isSelected) {
      goTo(focused, '')
      return true
    }
    if (event.key === 'Escape') {
      select(nothingSelected)
      return true
    }
    return false
  }

  return event => {
    const target = event.target instanceof HTMLElement ? event.target : null
    if (!target || target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]')) return
    const { flow, selection, isReadOnly } = editor.getState()
    const focused = target.matches('.react-flow__node') ? target.getAttribute('data-id') : null
    const isCommand = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const handled = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (isCommand && key === 'a') {
      handled()
      return selectAll(editor)
    }
    if (isCommand && key === 'd' && !isReadOnly) {
      handled()
      return duplicateNodes(editor, selection.nodes.length > 0 || !focused ? selection.nodes : [focused])
    }
    // One after the other by keyboard: with Ctrl the arrow keys leave what is chosen where it is.
    const direction = directions[event.key]
    const next = isCommand && focused && direction ? neighbour(flow.nodes, focused, direction) : null
    if (next) {
      handled()
      return focusStep(next)
    }
    if ((isCommand || event.shiftKey) && focused && (key === 'enter' || key === ' ')) {
      handled()
      return toggleSelected(editor, focused)
    }
    if (isCommand) return
    if ((event.key === 'Delete' || event.key === 'Backspace') && !isReadOnly) {
      handled()
      if (focused) takeAway(focused)
      else remove(editor, selection)
      return
    }
    if (focused && onStep(event, focused)) handled()
  }
}
