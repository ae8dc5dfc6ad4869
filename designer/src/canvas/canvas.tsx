import '@xyflow/react/dist/style.css'
import type { TownData } from '@pregoner/shared'
import {
  Background,
  BackgroundVariant,
  type EdgeTypes,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStore,
} from '@xyflow/react'
import { memo, useMemo, useRef, useState } from 'react'
import { useEditorState } from '../editor/context.tsx'
import { readsDownwards } from '../editor/reading-direction.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { ariaLabels } from './aria-labels.ts'
import styles from './canvas.module.css'
import { CanvasContext, type CanvasMenuRequest } from './canvas-context.ts'
import type { CanvasEdge } from './canvas-edge.ts'
import { CanvasMenu } from './canvas-menu.tsx'
import { CanvasTools } from './canvas-tools.tsx'
import { AreaCard, NoteCard } from './decorations.tsx'
import { DetailContext, detailAt } from './detail.ts'
import { DrawingMenu, type DrawingMenuPlace } from './drawing-menu.tsx'
import { EmptyCanvas } from './empty-canvas.tsx'
import { SmallMap } from './small-map.tsx'
import { StepCard } from './step-card.tsx'
import { useCanvasEdges } from './use-canvas-edges.ts'
import { useCanvasHandlers } from './use-canvas-handlers.ts'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { useCanvasNodes } from './use-canvas-nodes.ts'
import { useClickFromAfar } from './use-click-from-afar.ts'
import { useGoingTo } from './use-going-to.ts'
import { useTidy } from './use-tidy.ts'
import { Way } from './way.tsx'
import { WaysFromAfar } from './ways-from-afar.tsx'
import { canvasWords } from './words.ts'

const nodeTypes: NodeTypes = { step: StepCard, note: NoteCard, area: AreaCard }
const edgeTypes: EdgeTypes = { way: Way }
const MIN_ZOOM = 0.06 // a channel of over a hundred steps in one row of areas is still seen as a whole
const MAX_ZOOM = 2

const multiSelectionKeys = ['Shift', 'Control', 'Meta']
const noEdges: CanvasEdge[] = []

interface CanvasProps {
  town: TownData | undefined
  /** Whether a click on a step asks for its form at once, where the form is not beside the canvas. */
  opensOnClick?: boolean
}

/** The drawing as it lies on the table: drag, connect, look around. */
export const Canvas = memo(function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <CanvasInside {...props} />
    </ReactFlowProvider>
  )
})

function CanvasInside({ town, opensOnClick = false }: CanvasProps) {
  const t = useWords(canvasWords)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const frame = useRef<HTMLDivElement>(null)
  const [tabStop, setTabStop] = useState<string | null>(null)
  const [menu, setMenu] = useState<CanvasMenuRequest | null>(null)
  const [drawingMenu, setDrawingMenu] = useState<DrawingMenuPlace | null>(null)
  const { nodes, order, sizes, isCulled, onNodesChange } = useCanvasNodes(tabStop)
  const { edges, onEdgesChange } = useCanvasEdges()
  const onPaneClick = useClickFromAfar(nodes, edges)
  const handlers = useCanvasHandlers({ frame, opensOnClick, openDrawingMenu: setDrawingMenu })
  const labels = useMemo(() => ariaLabels(t, isReadOnly), [t, isReadOnly])
  const tidyUp = useTidy(sizes)
  const focusStep = useGoingTo(frame)
  const keys = useCanvasKeys(frame, order, focusStep, setMenu)
  const { number: formatNumber } = useFormats()
  const detail = useStore(state => detailAt(state.transform[2]))
  const isFarAway = detail === 'boxes'
  const isDownwards = useEditorState(state => readsDownwards(state.flow))
  const context = useMemo(
    () => ({ town, isDownwards, openMenu: setMenu, formatNumber }),
    [town, isDownwards, formatNumber],
  )

  return (
    <CanvasContext value={context}>
      <DetailContext value={detail}>
        <div
          ref={frame}
          className={styles.canvas}
          data-far={isFarAway || undefined}
          tabIndex={-1} // a click on a line or on nothing leaves the keys with the canvas
          onKeyDownCapture={keys}
          onFocusCapture={event => {
            const step = event.target.closest('.react-flow__node')?.getAttribute('data-id')
            if (step) setTabStop(step)
          }}
          {...handlers.frame}
        >
          {nodes.length > 0 && (
            <button type="button" className={styles.toSteps} onClick={() => focusStep(tabStop ?? order[0] ?? '')}>
              {t('toSteps')}
            </button>
          )}
          <ReactFlow
            nodes={nodes}
            edges={isFarAway ? noEdges : edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            onPaneClick={onPaneClick}
            {...handlers.flow}
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
            ariaLabelConfig={labels}
            aria-label={t('canvas')}
          >
            {!isFarAway && (
              <Background variant={BackgroundVariant.Dots} gap={detail === 'full' ? 20 : 100} size={1.5} />
            )}
            {nodes.length > 3 && !opensOnClick && <SmallMap sizes={sizes} />}
            {isFarAway && <WaysFromAfar nodes={nodes} edges={edges} />}
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
      </DetailContext>
    </CanvasContext>
  )
}
