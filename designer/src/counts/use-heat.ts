import { useEditorState } from '../editor/context.tsx'
import { frequencyOf, heatOf } from './counts-index.ts'

/** How much use a step sees, for its colour: 0 to 4; undefined while colours are not shown. */
export const useHeat = (node: string): number | undefined =>
  useEditorState(({ counts, flow }) => {
    if (!counts.isShown || counts.look !== 'heat') return undefined
    return heatOf(frequencyOf(node, counts, flow.edges), counts.most)
  })
