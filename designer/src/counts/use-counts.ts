import { useEffect } from 'react'
import { countsKey, notUnderstoodKey, useFlowCounts } from '../api/counts.ts'
import { useLiveEvent, useWatchFlow } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import type { Editor } from '../editor/store.ts'
import { indexCounts } from './counts-index.ts'
import { useCountsShown, useShown } from './shown.ts'

/** Keeps the counts on the drawing live; who stands where is always shown. A flow nobody has met shows none. */
export function useCounts(editor: Editor, townKey: string, flowId: string, isPublished: boolean): void {
  const chosen = useCountsShown(flowId)
  const shown = isPublished ? chosen : 'off'
  const look = useShown(state => state.look)
  const { data } = useFlowCounts(townKey, flowId, shown === 'off' ? 'today' : shown)
  useWatchFlow(flowId)
  useLiveEvent('flow_counts', hint => {
    if (hint.flowId === flowId) void queryClient.invalidateQueries({ queryKey: countsKey(townKey, flowId) })
  })
  useEffect(() => {
    if (data) editor.getState().setCounts(indexCounts(data, shown !== 'off', look))
  }, [editor, data, shown, look])

  // Equal answers are the same object, so this runs when something more was not understood.
  const lost = data?.notUnderstood
  useEffect(() => {
    if (lost) void queryClient.invalidateQueries({ queryKey: notUnderstoodKey(townKey, flowId) })
  }, [lost, townKey, flowId])
}
