import { type TownThing, type TownUse, usesInFlows, usesInTown } from '@pregoner/shared'
import type { AccountStore } from '../stores/account-store.ts'
import type { FlowStore } from '../stores/flow-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { UseStore } from '../stores/use-store.ts'

export interface UsesDeps {
  towns: Pick<TownStore, 'get'>
  flows: Pick<FlowStore, 'publishedFlows' | 'list' | 'draft'>
  uses: UseStore
  people: Pick<AccountStore, 'ofTown'>
}

/** Everything that needs a thing of the town: flows citizens meet, drafts, open incidents, people, other settings. */
export async function usesOf(deps: UsesDeps, townKey: string, kind: TownThing, id: string): Promise<TownUse[]> {
  const { towns, flows, uses, people } = deps
  const [town, versions, listed, incidents] = await Promise.all([
    towns.get(townKey),
    flows.publishedFlows(townKey),
    flows.list(townKey),
    uses.openIncidents(townKey, kind, id),
  ])
  const drafts = await Promise.all(
    listed.filter(({ isChanged }) => isChanged).map(each => flows.draft(townKey, each.id)),
  )
  const met = new Map(versions.flatMap(({ flow, subflows }) => [...subflows, flow]).map(flow => [flow.id, flow]))
  const published = usesInFlows(kind, id, [...met.values()], 'flow')
  const drawn = usesInFlows(
    kind,
    id,
    drafts.flatMap(draft => (draft ? [draft.flow] : [])),
    'draft',
  )
  const members = kind === 'department' ? await people.ofTown(townKey) : []
  const subscribers = kind === 'topic' ? await uses.subscribers(townKey, id) : 0
  return [
    ...published,
    ...drawn.filter(use => !published.some(known => known.id === use.id)),
    ...(incidents > 0 ? [{ by: 'incidents' as const, id: '', name: '', count: incidents }] : []),
    ...(subscribers > 0 ? [{ by: 'subscribers' as const, id: '', name: '', count: subscribers }] : []),
    ...(town ? usesInTown(kind, id, town) : []),
    ...members
      .filter(({ parts }) => parts.some(part => part.townKey === townKey && part.departments.includes(id)))
      .map(person => ({ by: 'person' as const, id: person.id, name: person.name, count: 1 })),
  ]
}
