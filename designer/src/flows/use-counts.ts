import type { Period } from '@pregoner/shared'
import { useEffect } from 'react'
import { countsKey, useFlowCounts } from '../api/flows.ts'
import { useLiveEvent, useWatchFlow } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import { indexCounts } from '../editor/facts.ts'
import type { Editor } from '../editor/store.ts'

export type CountsShown = 'off' | Period

/** Keeps the counts on the drawing live; who stands where is always shown. */
export function useCounts(editor: Editor, townKey: string, flowId: string, shown: CountsShown): void {
  const { data } = useFlowCounts(townKey, flowId, shown === 'off' ? 'today' : shown)
  useWatchFlow(flowId)
  useLiveEvent('flow_counts', hint => {
    if (hint.flowId === flowId) void queryClient.invalidateQueries({ queryKey: countsKey(townKey, flowId) })
  })
  useEffect(() => {
    if (data) editor.getState().setCounts(indexCounts(data, shown !== 'off'))
  }, [editor, data, shown])
}
