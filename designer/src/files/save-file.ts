import { type Flow, type NamedThing, writeFlowFile } from '@pregoner/shared'
import { readDraft } from '../api/flows.ts'
import { referencesOf } from '../editor/exits.ts'
import { type Surroundings, thingKey, thingsOf } from '../editor/town-things.ts'
import { fileNameFor, saveText } from './read-file.ts'

/** Ids of the flows of the town that these steps run. */
export const flowsNamedIn = (flow: Flow, { flows }: Surroundings): string[] => {
  const known = new Set(flows.map(({ id }) => id))
  const named = flow.nodes.flatMap(node => referencesOf(node).flatMap(({ kind, id }) => (kind === 'flow' ? [id] : [])))
  return [...new Set(named)].filter(id => id !== flow.id && known.has(id))
}

/** The drafts of the flows a flow runs inside itself, and of those that they run. */
async function subflowsOf(flow: Flow, around: Surroundings): Promise<Flow[]> {
  const found = new Map<string, Flow>()
  const open = flowsNamedIn(flow, around)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === flow.id || found.has(id)) continue
    const draft = await readDraft(around.town.key, id)
    found.set(id, draft.flow)
    open.push(...flowsNamedIn(draft.flow, around))
  }
  return [...found.values()]
}

/** Saves a flow as a file on this computer, alone or with the flows it runs. */
export async function saveFlowFile(flow: Flow, around: Surroundings, isWithSubflows: boolean): Promise<void> {
  const subflows = isWithSubflows ? await subflowsOf(flow, around) : []
  const inside = new Set([flow, ...subflows].map(({ id }) => id))
  const named = [flow, ...subflows].flatMap(each => thingsOf(each, around))
  const things: NamedThing[] = [...new Map(named.map(thing => [thingKey(thing), thing])).values()].filter(
    ({ kind, id }) => kind !== 'flow' || !inside.has(id),
  )
  const { key, name } = around.town
  saveText(writeFlowFile({ town: { key, name }, things, flow, subflows }), fileNameFor(flow.name))
}
