import { type Flow, flowDraft } from '@pregoner/shared'
import { describeError, isApiError } from '../api/api-error.ts'
import { flowsKey, saveDraft } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'
import type { SaveResult } from './replace-in-flows.ts'

/** Saves a flow that is not open; never over what somebody else has saved since `rev`. */
export const saveFlow = async (townKey: string, flow: Flow, rev: number): Promise<SaveResult> => {
  try {
    const stored = await saveDraft(townKey, flow, rev)
    void queryClient.invalidateQueries({ queryKey: flowsKey(townKey) })
    return { kind: 'saved', rev: stored.rev }
  } catch (error) {
    if (!isApiError(error, 'stale')) return { kind: 'failed', message: describeError(error) }
    return { kind: 'stale', by: flowDraft.safeParse(error.current).data?.changedBy ?? '' }
  }
}
