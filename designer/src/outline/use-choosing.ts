import { type MouseEvent, useRef, useState } from 'react'
import { selectSteps, toggleSelected } from '../editor/actions-arrange.ts'
import { useEditor } from '../editor/context.tsx'
import { type OutlineRow, stepOf } from './outline-rows.ts'

/** Choosing several steps of the outline: by keys, with the mouse, and by touch once that has been asked for. */
export function useChoosing(rows: readonly OutlineRow[], focusRow: (key: string) => void) {
  const editor = useEditor()
  const anchor = useRef<string | null>(null)
  const [isTapping, setTapping] = useState(false)

  const begin = (row: OutlineRow) => {
    anchor.current ??= editor.getState().selection.nodes[0] ?? stepOf(row).id
    return anchor.current
  }
  /** Chooses all steps from the one where choosing began to this one. */
  const chooseTo = (row: OutlineRow) => {
    const steps = rows.filter(({ kind }) => kind === 'step').map(({ node }) => node.id)
    const [from, to] = [steps.indexOf(begin(row)), steps.indexOf(stepOf(row).id)]
    if (from < 0 || to < 0) selectSteps(editor, [stepOf(row).id])
    else selectSteps(editor, steps.slice(Math.min(from, to), Math.max(from, to) + 1))
  }
  const toggle = (row: OutlineRow) => toggleSelected(editor, stepOf(row).id)

  return {
    isTapping,
    setTapping,
    chooseTo,
    toggle,
    /** Goes to the next step and chooses it as well. */
    extend(row: OutlineRow, way: 1 | -1) {
      begin(row)
      const at = rows.findIndex(({ key }) => key === row.key)
      const rest = way === 1 ? rows.slice(at + 1) : rows.slice(0, at).toReversed()
      const next = rest.find(({ kind }) => kind === 'step')
      if (!next) return
      chooseTo(next)
      focusRow(next.key)
    },
    /** The next range begins anew. */
    letGo() {
      anchor.current = null
    },
    /** Whether a click chooses, instead of opening. */
    takes(event: MouseEvent, row: OutlineRow): boolean {
      if (event.shiftKey) chooseTo(row)
      else if (event.ctrlKey || event.metaKey || (isTapping && row.kind !== 'exit')) toggle(row)
      else return false
      return true
    },
  }
}

export type Choosing = ReturnType<typeof useChoosing>
