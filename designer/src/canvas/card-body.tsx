import { type FlowNode, type Language, nodeDefinition, readConfig } from '@pregoner/shared'
import { memo } from 'react'
import { useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import { useCanvas } from './canvas-context.ts'
import styles from './step-card.module.css'
import { canvasWords } from './words.ts'

/** The middle of a card, as the node type draws it. */
export const CardBody = memo(function CardBody({ node, language }: { node: FlowNode; language: Language }) {
  const t = useWords(canvasWords)
  const fallback = useEditorState(state => state.flow.defaultLanguage)
  const { town } = useCanvas()
  const view = nodeView(node.type)
  const definition = nodeDefinition(node.type)
  const parsed = definition && readConfig(definition, node.config)
  if (!view || !parsed?.success) {
    return <p className={styles.cardUnreadable}>{view ? t('unfinished') : t('unknownType')}</p>
  }
  return (
    <div className={styles.cardBody}>
      <view.Card config={parsed.data} language={language} fallback={fallback} town={town} />
    </div>
  )
})
