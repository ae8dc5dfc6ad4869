import { ControlButton, Controls, useReactFlow } from '@xyflow/react'
import { Maximize, Sparkles, ZoomIn, ZoomOut } from 'lucide-react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { changeConfig, moveNodes, type Position } from '../editor/edit-nodes.ts'
import type { Size } from '../editor/placement.ts'
import { useWords } from '../i18n/index.ts'
import { fitOptions } from './show-beginning.ts'
import { tidy } from './tidy.ts'
import { canvasWords } from './words.ts'

const TIDY_MS = 260

const between = (from: Position, to: Position, share: number): Position => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})

const eased = (share: number) => 1 - (1 - share) ** 3

/** Zoom, fit and tidying up. */
export function CanvasTools({ sizes }: { sizes: ReadonlyMap<string, Size> }) {
  const t = useWords(canvasWords)
  const editor = useEditor()
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const { zoomIn, zoomOut, fitView } = useReactFlow()

  /** Lets the steps glide to their places, then keeps them there as one command. */
  const tidyUp = async () => {
    const before = editor.getState().flow
    const { positions, areas } = await tidy(before, sizes)
    const settle = () => {
      if (editor.getState().flow !== before) return // somebody went on drawing meanwhile
      editor.getState().run('tidy', flow => {
        const moved = moveNodes(flow, positions)
        return [...areas].reduce((drawing, [id, size]) => {
          const frame = drawing.nodes.find(node => node.id === id)
          return frame ? changeConfig(drawing, id, { ...frame.config, ...size }, []) : drawing
        }, moved)
      })
      editor.getState().announce(t('tidied'))
      requestAnimationFrame(() => void fitView(fitOptions))
    }
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return settle()
    const start = performance.now()
    const glide = (now: number) => {
      const share = Math.min(1, (now - start) / TIDY_MS)
      if (share === 1 || editor.getState().flow !== before) return settle()
      const places = before.nodes.flatMap(({ id, position }): [string, Position][] => {
        const to = positions.get(id)
        return to ? [[id, between(position, to, eased(share))]] : []
      })
      editor.getState().drag(new Map(places))
      requestAnimationFrame(glide)
    }
    requestAnimationFrame(glide)
  }

  return (
    <Controls
      showZoom={false}
      showFitView={false}
      showInteractive={false}
      position="bottom-left"
      orientation="horizontal"
    >
      <ControlButton onClick={() => void zoomIn()} aria-label={t('zoomIn')} title={t('zoomIn')}>
        <ZoomIn aria-hidden />
      </ControlButton>
      <ControlButton onClick={() => void zoomOut()} aria-label={t('zoomOut')} title={t('zoomOut')}>
        <ZoomOut aria-hidden />
      </ControlButton>
      <ControlButton onClick={() => void fitView(fitOptions)} aria-label={t('fit')} title={t('fit')}>
        <Maximize aria-hidden />
      </ControlButton>
      {!isReadOnly && (
        <ControlButton onClick={() => void tidyUp()} aria-label={t('tidy')} title={t('tidy')}>
          <Sparkles aria-hidden />
        </ControlButton>
      )}
    </Controls>
  )
}
