import type { FlowDraft } from '@pregoner/shared'
import { createFlow, flowsKey, readDraft, saveDraft } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'

const refresh = (townKey: string) => queryClient.invalidateQueries({ queryKey: flowsKey(townKey) })

/** A new flow with the drawing another one has now. */
export async function duplicateFlow(townKey: string, flowId: string, name: string): Promise<FlowDraft> {
  const { flow } = await readDraft(townKey, flowId)
  const created = await createFlow(townKey, name, flow.languages)
  const copy = { ...flow, id: created.flow.id, name }
  const saved = await saveDraft(townKey, copy, created.rev)
  await refresh(townKey)
  return { ...saved, flow: copy }
}

/** Gives a flow another name. Refused when somebody is editing it or has just saved it. */
export async function renameFlow(townKey: string, flowId: string, name: string): Promise<void> {
  const { flow, rev } = await readDraft(townKey, flowId)
  if (flow.name !== name) await saveDraft(townKey, { ...flow, name }, rev)
  await refresh(townKey)
}
