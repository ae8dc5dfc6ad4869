import { ControlButton, Controls, useReactFlow } from '@xyflow/react'
import { Ellipsis, Maximize, Sparkles, ZoomIn, ZoomOut } from 'lucide-react'
import { useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import type { MenuPlace } from './menu-at.tsx'
import { fitOptions } from './show-beginning.ts'
import { canvasWords } from './words.ts'

interface CanvasToolsProps {
  onTidy(): void
  onMenu(place: MenuPlace): void
}

/** Zoom, fit, tidying up, and what else can be done with the whole drawing. */
export function CanvasTools({ onTidy, onMenu }: CanvasToolsProps) {
  const t = useWords(canvasWords)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const { zoomIn, zoomOut, fitView } = useReactFlow()
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
        <>
          <ControlButton onClick={onTidy} aria-label={t('tidy')} title={t('tidy')}>
            <Sparkles aria-hidden />
          </ControlButton>
          <ControlButton
            aria-haspopup="menu"
            aria-label={t('drawingMenu')}
            title={t('drawingMenu')}
            onClick={({ currentTarget }) => {
              const { left, top } = currentTarget.getBoundingClientRect()
              onMenu({ x: left, y: top, from: currentTarget })
            }}
          >
            <Ellipsis aria-hidden />
          </ControlButton>
        </>
      )}
    </Controls>
  )
}
