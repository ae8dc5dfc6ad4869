import { type NodeProps, NodeResizer } from '@xyflow/react'
import { memo } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { changeConfig, moveNodes } from '../editor/edit-nodes.ts'
import { cardTitleOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { useCanvas } from './canvas-context.ts'
import type { CanvasNode } from './canvas-node.ts'
import { CardBody } from './card-body.tsx'
import styles from './decorations.module.css'
import { useDetail } from './detail.ts'
import { canvasWords } from './words.ts'

const SMALLEST = 100 // pixels; the smallest area the flow document admits

/** A paper stuck on the drawing. */
export const NoteCard = memo(function NoteCard({ id, data: { node } }: NodeProps<CanvasNode>) {
  const language = useEditorState(state => state.language)
  const { openMenu } = useCanvas()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: React Flow's wrapper takes the focus and its keys
    <div
      className={styles.note}
      onContextMenu={event => {
        event.preventDefault()
        openMenu({ node: id, exit: null, x: event.clientX, y: event.clientY, from: event.currentTarget.parentElement })
      }}
    >
      <CardBody node={node} language={language} />
    </div>
  )
})

/** A titled area around steps; moving it by its title moves what lies inside. */
export const AreaCard = memo(function AreaCard({ id, data: { node }, selected }: NodeProps<CanvasNode>) {
  const t = useWords(canvasWords)
  const editor = useEditor()
  const language = useEditorState(state => state.language)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const detail = useDetail()
  return (
    <div className={styles.area} data-detail={detail}>
      <NodeResizer
        isVisible={selected && !isReadOnly}
        minWidth={SMALLEST}
        minHeight={SMALLEST}
        onResizeEnd={(_event, { x, y, width, height }) => {
          const size = { width: Math.round(width), height: Math.round(height) }
          editor
            .getState()
            .run('change', flow =>
              moveNodes(changeConfig(flow, id, { ...node.config, ...size }, []), new Map([[id, { x, y }]])),
            )
        }}
      />
      <div className={`area-title ${styles.areaTitle}`} title={t('areaHint')}>
        {cardTitleOf(node, language)}
      </div>
    </div>
  )
})
