import { askNode, type DroppedStep, type FlowDraft, type LocalizedText } from '@pregoner/shared'
import type { StepCount } from './talk-tables.ts'

const MAX_WORDS_CHARS = 200

const shortened = (text: LocalizedText): LocalizedText =>
  Object.fromEntries(Object.entries(text).map(([code, words]) => [code, words.slice(0, MAX_WORDS_CHARS)]))

/** Says of steps how the officer knows them. A flow or a step that is not drawn any more keeps its id for a name. */
export async function namedSteps(
  steps: readonly StepCount[],
  draft: (flowId: string) => Promise<FlowDraft | null>,
): Promise<DroppedStep[]> {
  const ids = [...new Set(steps.map(({ flowId }) => flowId))]
  const flows = new Map(await Promise.all(ids.map(async id => [id, (await draft(id))?.flow ?? null] as const)))
  return steps.map(step => {
    const flow = flows.get(step.flowId)
    const node = flow?.nodes.find(({ id }) => id === step.node)
    const [first] = node ? askNode(node, (definition, config) => definition.texts?.(config)) : []
    return {
      ...step,
      flowName: flow?.name ?? step.flowId,
      name: node?.name ?? '',
      words: shortened(first?.text ?? {}),
      type: node?.type ?? null,
    }
  })
}
