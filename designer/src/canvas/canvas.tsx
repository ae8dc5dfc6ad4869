import '@xyflow/react/dist/style.css'
import type { TownData } from '@pregoner/shared'
import {
  Background,
  BackgroundVariant,
  type EdgeTypes,
  MiniMap,
  type NodeTypes,
  type OnConnectEnd,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react'
import { type DragEvent, useMemo, useRef, useState } from 'react'
import { addStep, addStepBehind, connectTo } from '../editor/actions.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { familyOf } from '../editor/labels.ts'
import { CARD_WIDTH } from '../editor/placement.ts'
import { readsDownwards } from '../editor/reading-direction.ts'
import { useOpenedFlow } from '../flows/opened-flow.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { ariaLabels } from './aria-labels.ts'
import styles from './canvas.module.css'
import { CanvasContext, type CanvasMenuRequest } from './canvas-context.ts'
import { CanvasMenu } from './canvas-menu.tsx'
import type { CanvasNode } from './canvas-node.ts'
import { CanvasTools } from './canvas-tools.tsx'
import { AreaCard, NoteCard } from './decorations.tsx'
import { DrawingMenu, type DrawingMenuPlace } from './drawing-menu.tsx'
import { EmptyCanvas } from './empty-canvas.tsx'
import family from './family.module.css'
import { STEP_DRAG } from './palette.tsx'
import { showBeginning } from './show-beginning.ts'
import { StepCard } from './step-card.tsx'
import { useCanvasEdges } from './use-canvas-edges.ts'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { useCanvasNodes } from './use-canvas-nodes.ts'
import { useGoingTo } from './use-going-to.ts'
import { useTidy } from './use-tidy.ts'
import { Way } from './way.tsx'
import { canvasWords } from './words.ts'

const nodeTypes: NodeTypes = { step: StepCard, note: NoteCard, area: AreaCard }
const edgeTypes: EdgeTypes = { way: Way }
const MIN_ZOOM = 0.08
const MAX_ZOOM = 2

const multiSelectionKeys = ['Shift', 'Control', 'Meta']
const minimapSize = { width: 160, height: 110 }

const minimapClass = ({ type, data }: CanvasNode) =>
  type === 'area'
    ? (family.minimapArea ?? '')
    : `${family.hued} ${family.minimapNode} ${family[familyOf(data.node.type)] ?? ''}`

interface CanvasProps {
  town: TownData | undefined
  /** Whether a click on a step asks for its form at once, where the form is not beside the canvas. */
  opensOnClick?: boolean
}

/** The drawing as it lies on the table: drag, connect, look around. */
export const Canvas = (props: CanvasProps) => (
  <ReactFlowProvider>
    <CanvasInside {...props} />
  </ReactFlowProvider>
)

function CanvasInside({ town, opensOnClick = false }: CanvasProps) {
  const t = useWords(canvasWords)
  const editor = useEditor()
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const frame = useRef<HTMLDivElement>(null)
  const [tabStop, setTabStop] = useState<string | null>(null)
  const [menu, setMenu] = useState<CanvasMenuRequest | null>(null)
  const [drawingMenu, setDrawingMenu] = useState<DrawingMenuPlace | null>(null)
  const { nodes, order, sizes, isCulled, onNodesChange } = useCanvasNodes(tabStop)
  const { edges, onEdgesChange } = useCanvasEdges()
  const { screenToFlowPosition } = useReactFlow()
  const { openFlowOf } = useOpenedFlow()
  const tidyUp = useTidy(sizes)
  const focusStep = useGoingTo(frame)
  const keys = useCanvasKeys(frame, order, focusStep, setMenu)
  const { number: formatNumber } = useFormats()
  const isDownwards = useEditorState(state => readsDownwards(state.flow))
  const context = useMemo(
    () => ({ town, isDownwards, openMenu: setMenu, formatNumber }),
    [town, isDownwards, formatNumber],
  )

  const nodeIn = (id: string | null | undefined) => editor.getState().flow.nodes.find(node => node.id === id)

  const lookAround = () => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return
    editor.getState().lookAt(screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 }))
  }

  const onConnectEnd: OnConnectEnd = (event, { isValid, fromNode, fromHandle, toNode }) => {
    if (isValid || toNode || !fromNode || fromHandle?.type !== 'source' || !fromHandle.id) return
    const { clientX, clientY } =
      'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event
    const at = screenToFlowPosition({ x: clientX, y: clientY })
    editor.getState().choose({ node: fromNode.id, exit: fromHandle.id, mode: 'add', at: { x: at.x, y: at.y - 22 } })
  }

  const onDrop = (event: DragEvent) => {
    const type = event.dataTransfer.getData(STEP_DRAG)
    if (!type) return
    event.preventDefault()
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const at = { x: x - CARD_WIDTH / 2, y: y - 22 }
    const under = event.target instanceof Element ? event.target.closest('.react-flow__edge') : null
    const edge = editor.getState().flow.edges.find(({ id }) => id === under?.getAttribute('data-id'))
    const from = nodeIn(edge?.from)
    if (edge && from) addStepBehind(editor, from, edge.exit, type, at)
    else addStep(editor, type, at)
  }

  return (
    <CanvasContext value={context}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and drops of what is inside */}
      <div
        ref={frame}
        className={styles.canvas}
        tabIndex={-1} // a click on a line or on nothing leaves the keys with the canvas
        onKeyDownCapture={keys}
        onFocusCapture={event => {
          const step = event.target.closest('.react-flow__node')?.getAttribute('data-id')
          if (step) setTabStop(step)
        }}
        onDragOver={event => {
          if (!isReadOnly && event.dataTransfer.types.includes(STEP_DRAG)) event.preventDefault()
        }}
        onDrop={onDrop}
      >
        {nodes.length > 0 && (
          <button type="button" className={styles.toSteps} onClick={() => focusStep(tabStop ?? order[0] ?? '')}>
            {t('toSteps')}
          </button>
        )}
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onConnect={({ source, sourceHandle, target }) => {
            const from = nodeIn(source)
            if (from && sourceHandle) connectTo(editor, from, sourceHandle, target)
          }}
          onConnectEnd={onConnectEnd}
          onNodeClick={(_event, { id }) => opensOnClick && editor.getState().goTo(id, '')}
          onPaneContextMenu={event => {
            event.preventDefault()
            if (isReadOnly) return
            const { clientX: x, clientY: y } = event
            setDrawingMenu({ x, y, from: frame.current, at: screenToFlowPosition({ x, y }) })
          }}
          onNodeDoubleClick={(_event, { id }) => {
            const node = nodeIn(id)
            if (node) openFlowOf(node)
          }}
          onInit={instance => {
            showBeginning(instance, frame.current, editor.getState().goingTo?.node ?? order[0])
            lookAround()
          }}
          onMoveEnd={lookAround}
          onlyRenderVisibleElements={isCulled}
          nodesConnectable={!isReadOnly}
          nodesDraggable={!isReadOnly}
          edgesFocusable={false}
          edgesReconnectable={false}
          elevateNodesOnSelect={false}
          deleteKeyCode={null}
          panActivationKeyCode={null}
          multiSelectionKeyCode={multiSelectionKeys}
          selectionMode={SelectionMode.Partial}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          connectionRadius={32}
          zoomOnDoubleClick={false}
          ariaLabelConfig={ariaLabels(t, isReadOnly)}
          aria-label={t('canvas')}
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} />
          {nodes.length > 3 && !opensOnClick && (
            <MiniMap pannable zoomable nodeClassName={minimapClass} nodeBorderRadius={12} style={minimapSize} />
          )}
          <CanvasTools onTidy={() => void tidyUp()} onMenu={setDrawingMenu} />
        </ReactFlow>
        {nodes.length === 0 && !isReadOnly && <EmptyCanvas />}
        <CanvasMenu request={menu} onClose={() => setMenu(null)} />
        <DrawingMenu
          place={drawingMenu}
          onClose={() => setDrawingMenu(null)}
          onTidy={direction => void tidyUp(direction)}
        />
      </div>
    </CanvasContext>
  )
}
