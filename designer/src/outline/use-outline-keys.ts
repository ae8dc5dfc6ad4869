import type { KeyboardEvent } from 'react'
import type { CanvasMenuRequest } from '../canvas/canvas-context.ts'
import { disconnectExit, duplicateNodes, remove, reorder } from '../editor/actions.ts'
import { useEditor } from '../editor/context.tsx'
import { nothingSelected } from '../editor/edit-selection.ts'
import type { OutlineRow } from './outline-rows.ts'

interface OutlineKeys {
  rows: readonly OutlineRow[]
  collapsed: ReadonlySet<string>
  focusRow(key: string): void
  fold(key: string, isFolded: boolean): void
  openMenu(request: CanvasMenuRequest): void
}

/** The keys of a tree, and those that work on the line they are pressed on. */
export function useOutlineKeys({ rows, collapsed, focusRow, fold, openMenu }: OutlineKeys) {
  const editor = useEditor()

  const goBy = (row: OutlineRow, way: 1 | -1) => {
    const next = rows[rows.findIndex(({ key }) => key === row.key) + way]
    if (next) focusRow(next.key)
  }
  const goToParent = (row: OutlineRow) => {
    const parent = rows
      .slice(
        0,
        rows.findIndex(({ key }) => key === row.key),
      )
      .findLast(({ level }) => level < row.level)
    if (parent) focusRow(parent.key)
  }
  const takeAway = (row: OutlineRow) => {
    if (row.kind === 'exit') return disconnectExit(editor, row.node, row.exit)
    const before = rows[rows.findIndex(({ key }) => key === row.key) - 1]
    remove(editor, { nodes: [row.node.id], edges: [] })
    if (before) focusRow(before.key)
  }

  const moves: { [key: string]: ((row: OutlineRow, event: KeyboardEvent) => void) | undefined } = {
    ArrowDown: (row, { ctrlKey, metaKey }) => {
      if ((ctrlKey || metaKey) && row.kind === 'step') reorder(editor, row.node.id, 'later')
      else goBy(row, 1)
    },
    ArrowUp: (row, { ctrlKey, metaKey }) => {
      if ((ctrlKey || metaKey) && row.kind === 'step') reorder(editor, row.node.id, 'earlier')
      else goBy(row, -1)
    },
    ArrowRight: row => {
      if (!row.hasInside) return
      if (collapsed.has(row.key)) fold(row.key, false)
      else goBy(row, 1)
    },
    ArrowLeft: row => {
      if (row.hasInside && !collapsed.has(row.key)) fold(row.key, true)
      else goToParent(row)
    },
    Home: () => rows[0] && focusRow(rows[0].key),
    End: () => {
      const last = rows.at(-1)
      if (last) focusRow(last.key)
    },
    Escape: () => editor.getState().select(nothingSelected),
    Delete: takeAway,
    Backspace: takeAway,
  }

  return (event: KeyboardEvent, row: OutlineRow): void => {
    if (event.target !== event.currentTarget) return
    const { currentTarget } = event
    const isMenu = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')
    const isCopying = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd'
    if (isMenu && currentTarget instanceof HTMLElement) {
      const { left, bottom } = currentTarget.getBoundingClientRect()
      const about = row.kind === 'step' ? null : row.exit
      openMenu({ node: row.node.id, exit: about, x: left + 40, y: bottom, from: currentTarget })
    } else if (isCopying && row.kind === 'step') duplicateNodes(editor, [row.node.id])
    else if (event.key === 'Enter' || event.key === ' ') currentTarget instanceof HTMLElement && currentTarget.click()
    else if (moves[event.key]) moves[event.key]?.(row, event)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
