import type { NodeChange } from '@xyflow/react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { createNodeLabels } from '../editor/node-label.ts'
import type { Size } from '../editor/placement.ts'
import { readingOrder } from '../editor/reading-order.ts'
import { shapeOf } from '../editor/shape.ts'
import { useLanguage } from '../i18n/index.ts'
import { applyMoves, applySelection } from './apply-changes.ts'
import { type CanvasNode, createCanvasNodes, type Drawn } from './canvas-node.ts'

const CULLED_FROM = 200 // nodes; measured: below it everything in the page costs nothing, above it panning does

/** The drawing's nodes for React Flow, in reading order, and what it reports back about them. */
export function useCanvasNodes(tabStop: string | null) {
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const selection = useEditorState(state => state.selection.nodes)
  const dragged = useEditorState(state => state.dragged)
  const problems = useEditorState(state => state.problems)
  const counts = useEditorState(state => state.counts)
  const language = useEditorState(state => state.language)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const [screenLanguage] = useLanguage()
  const [sizes, setSizes] = useState<ReadonlyMap<string, Size>>(new Map())
  const [resizing, setResizing] = useState<string | null>(null)
  const [make] = useState(createCanvasNodes)
  const [nodeLabels] = useState(createNodeLabels)
  const isCulled = flow.nodes.length > CULLED_FROM

  const shape = useEditorState(state => shapeOf(state.flow))
  const order = useMemo(() => readingOrder(shape), [shape])
  const isDrawn = useDeferredValue(true, false) // what is only heard may come right after what is seen
  const labels = useMemo(
    () => (isDrawn ? nodeLabels(flow, { language, screenLanguage, problems, counts }) : null),
    [isDrawn, flow, language, screenLanguage, problems, counts, nodeLabels],
  )
  const nodes = useMemo(() => {
    const byId = new Map(flow.nodes.map(node => [node.id, node]))
    const selected = new Set(selection)
    const stop = tabStop !== null && byId.has(tabStop) ? tabStop : order[0]
    const drawn = order.flatMap((id): Drawn[] => {
      const node = byId.get(id)
      if (!node) return []
      const position = dragged.get(id) ?? node.position
      const own = {
        isCulled,
        isSelected: selected.has(id),
        isTabStop: id === stop,
        isReadOnly,
        label: labels?.get(id) ?? '',
      }
      return [{ node, position, measured: sizes.get(id), isResizing: id === resizing, ...own }]
    })
    return make(drawn)
  }, [flow, order, selection, dragged, sizes, resizing, tabStop, isReadOnly, isCulled, labels, make])

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const measured = changes.flatMap(change =>
        change.type === 'dimensions' && change.dimensions ? [[change.id, change.dimensions] as const] : [],
      )
      if (measured.length > 0) {
        setSizes(before => {
          const sizes = new Map([...before, ...measured])
          editor.getState().measure(sizes)
          return sizes
        })
      }
      for (const change of changes) {
        if (change.type === 'dimensions' && change.resizing !== undefined)
          setResizing(change.resizing ? change.id : null)
      }
      applyMoves(editor, changes)
      applySelection(editor, 'nodes', changes)
    },
    [editor],
  )

  return { nodes, order, sizes, isCulled, onNodesChange }
}
