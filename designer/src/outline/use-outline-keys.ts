import { type KeyboardEvent, useRef } from 'react'
import type { CanvasMenuRequest } from '../canvas/canvas-context.ts'
import { disconnectExit, duplicateNodes, remove, reorder } from '../editor/actions.ts'
import { selectAll } from '../editor/actions-arrange.ts'
import { useEditor } from '../editor/context.tsx'
import { edgeOf } from '../editor/edit-edges.ts'
import { nothingSelected } from '../editor/edit-selection.ts'
import { exitsOf, mainExit } from '../editor/exits.ts'
import { exitLabel, titleOf } from '../editor/labels.ts'
import { exitOf, type OutlineRow, stepOf } from './outline-rows.ts'
import { createTypeahead, isTypeaheadKey } from './typeahead.ts'
import type { Choosing } from './use-choosing.ts'

const PAGE = 10 // lines

interface OutlineKeys {
  rows: readonly OutlineRow[]
  numbers: ReadonlyMap<string, number>
  collapsed: ReadonlySet<string>
  choosing: Choosing
  focusRow(key: string): void
  fold(key: string, isFolded: boolean): void
  unfoldAll(): void
  openMenu(request: CanvasMenuRequest): void
}

type Keys = { [key: string]: ((row: OutlineRow) => void) | undefined }

/** The keys of a tree, those that choose several lines, and those that work on the line they are pressed on. */
export function useOutlineKeys(props: OutlineKeys) {
  const { rows, numbers, collapsed, choosing, focusRow, fold, unfoldAll, openMenu } = props
  const editor = useEditor()
  const typeahead = useRef(createTypeahead())

  const indexOf = (row: OutlineRow) => rows.findIndex(({ key }) => key === row.key)
  const goTo = (row: OutlineRow | undefined) => row && focusRow(row.key)
  const goBy = (row: OutlineRow, by: number) => goTo(rows[Math.min(Math.max(indexOf(row) + by, 0), rows.length - 1)])
  const goToParent = (row: OutlineRow) => goTo(rows.slice(0, indexOf(row)).findLast(({ level }) => level < row.level))

  /** What a command is about: all chosen steps when the line is one of them, else the step of the line. */
  const meant = (row: OutlineRow): readonly string[] => {
    const { nodes } = editor.getState().selection
    const { id } = stepOf(row)
    return nodes.length > 1 && nodes.includes(id) ? nodes : [id]
  }
  const takeAway = (row: OutlineRow) => {
    if (row.kind === 'exit') return disconnectExit(editor, row.node, row.exit)
    const gone = meant(row)
    const before = rows.slice(0, indexOf(row)).findLast(one => !gone.includes(one.node.id))
    remove(editor, { nodes: gone, edges: [] })
    if (before) focusRow(before.key)
  }
  const addBehind = (row: OutlineRow) => {
    const { flow, isReadOnly, choose } = editor.getState()
    const { id } = stepOf(row)
    const open = exitsOf(stepOf(row)).find(exit => !edgeOf(flow, id, exit.id)) ?? mainExit(stepOf(row))
    const exit = exitOf(row) ?? open?.id
    if (exit && !isReadOnly) choose({ node: id, exit, mode: 'add' })
  }
  const menuOf = (row: OutlineRow, line: Element) => {
    const { left, bottom } = line.getBoundingClientRect()
    const from = line instanceof HTMLElement ? line : null
    openMenu({ node: stepOf(row).id, exit: exitOf(row), x: left + 40, y: bottom, from })
  }
  const findByLetter = (row: OutlineRow, { key, timeStamp }: KeyboardEvent) => {
    const { language } = editor.getState()
    const lines = rows.map(line => ({
      key: line.key,
      text: line.kind === 'exit' ? exitLabel(line.node, line.exit, language) : titleOf(stepOf(line), language),
      number: line.kind === 'step' ? (numbers.get(line.node.id) ?? null) : null,
    }))
    const found = typeahead.current(key, timeStamp, lines, row.key)
    if (found) focusRow(found)
  }

  const plain: Keys = {
    ArrowDown: row => goBy(row, 1),
    ArrowUp: row => goBy(row, -1),
    PageDown: row => goBy(row, PAGE),
    PageUp: row => goBy(row, -PAGE),
    Home: () => goTo(rows[0]),
    End: () => goTo(rows.at(-1)),
    ArrowRight: row => {
      if (!row.hasInside) return
      if (collapsed.has(row.key)) fold(row.key, false)
      else goBy(row, 1)
    },
    ArrowLeft: row => {
      if (row.hasInside && !collapsed.has(row.key)) fold(row.key, true)
      else goToParent(row)
    },
    '*': unfoldAll,
    '+': addBehind,
    Escape: () => editor.getState().select(nothingSelected),
    Delete: takeAway,
    Backspace: takeAway,
  }
  const withShift: Keys = {
    ArrowDown: row => choosing.extend(row, 1),
    ArrowUp: row => choosing.extend(row, -1),
    ' ': choosing.chooseTo,
    Enter: choosing.chooseTo,
    '*': unfoldAll, // on many keyboards they are typed with Shift
    '+': addBehind,
  }
  const withCommand: Keys = {
    arrowdown: row => row.kind === 'step' && reorder(editor, row.node.id, 'later'),
    arrowup: row => row.kind === 'step' && reorder(editor, row.node.id, 'earlier'),
    ' ': choosing.toggle,
    enter: choosing.toggle,
    a: () => selectAll(editor),
    d: row => row.kind !== 'exit' && duplicateNodes(editor, meant(row)),
  }
  const handlerOf = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey) return withCommand[key.toLowerCase()]
    return shiftKey ? withShift[key] : plain[key]
  }

  return (event: KeyboardEvent, row: OutlineRow): void => {
    if (event.target !== event.currentTarget || event.altKey) return
    const { key, shiftKey, currentTarget } = event
    const isCommand = event.ctrlKey || event.metaKey
    const { selection, select } = editor.getState()
    // The page copies what is chosen: that is the line when nothing else is.
    if (isCommand && ['c', 'x'].includes(key.toLowerCase()) && selection.nodes.length === 0)
      select({ nodes: [stepOf(row).id], edges: [] })
    if (!shiftKey) choosing.letGo()
    const handle = handlerOf(event)
    if (key === 'ContextMenu' || (shiftKey && key === 'F10')) menuOf(row, currentTarget)
    else if (handle) handle(row)
    else if (isCommand) return
    else if (key === 'Enter' || key === ' ') currentTarget instanceof HTMLElement && currentTarget.click()
    else if (isTypeaheadKey(key)) findByLetter(row, event)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
