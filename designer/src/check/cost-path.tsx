import type { PathStep } from '@pregoner/shared'
import { useTownKey } from '../api/town.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { titleOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import styles from './cost.module.css'
import { usePublishedFlows } from './published-flows.ts'
import { costWords } from './words/cost.ts'

/** The steps of a path, each with the messages that have gone out by then; a step of this drawing can be gone to. */
export function CostPath({ path }: { path: readonly PathStep[] }) {
  const t = useWords(costWords)
  const editor = useEditor()
  const { nodes, id: flowId } = useEditorState(state => state.flow)
  const language = useEditorState(state => state.language)
  const others = usePublishedFlows(useTownKey())
  const byId = new Map(nodes.map(node => [node.id, node]))
  const steps = path.map((step, index) => {
    const node = step.flowId === flowId ? byId.get(step.node) : undefined
    const title = node
      ? titleOf(node, language)
      : t('elsewhere', { flow: others.find(({ id }) => id === step.flowId)?.name ?? step.flowId })
    return {
      ...step,
      key: `${index} ${step.node}`,
      node,
      title,
      isNew: step.messages > (path[index - 1]?.messages ?? 0),
    }
  })
  return (
    <ol className={styles.path}>
      {steps.map(({ key, node, title, messages, isNew }) => (
        <li key={key} data-new={isNew || undefined}>
          {node ? (
            <button
              type="button"
              aria-label={t('step', { title, messages })}
              onClick={() => editor.getState().goTo(node.id)}
            >
              {title}
            </button>
          ) : (
            <span>{title}</span>
          )}
          <span aria-hidden className={styles.sum}>
            {messages}
          </span>
        </li>
      ))}
    </ol>
  )
}
