import {
  type CompiledFlow,
  compile,
  type FlowVersion,
  type FrontNotice,
  type TownData,
  type TownFlows,
} from '@pregoner/shared'

export interface TownFlowsDeps {
  town: (townKey: string) => Promise<TownData | null>
  published: (townKey: string) => Promise<FlowVersion[]>
  fronts: (townKey: string, now: Date) => Promise<FrontNotice[]>
  version: (townKey: string, flowId: string, version: number) => Promise<FlowVersion | null>
  now: () => Date
}

const FRESH_MS = 5_000 // other processes publish too; nobody waits longer than this for a new version

interface Cached {
  flows: TownFlows
  versions: Map<string, CompiledFlow>
  loadedAt: number
}

const nameOf = (flowId: string, version: number) => `${flowId}@${version}`

export type TownFlowsCache = ReturnType<typeof createTownFlows>

/** The compiled flows of each town: what is published now, and the older versions people are still in. */
export function createTownFlows(deps: TownFlowsDeps) {
  const cache = new Map<string, Promise<Cached | null>>()

  async function load(townKey: string, before: Cached | null): Promise<Cached | null> {
    const [town, published, fronts] = await Promise.all([
      deps.town(townKey),
      deps.published(townKey),
      deps.fronts(townKey, deps.now()),
    ])
    if (!town) return null
    const isSameTown = before !== null && JSON.stringify(before.flows.town) === JSON.stringify(town)
    const versions = new Map<string, CompiledFlow>(isSameTown ? before.versions : [])
    const compiled = published.map(version => {
      const name = nameOf(version.flowId, version.version)
      const flow = versions.get(name) ?? compile(version, town)
      versions.set(name, flow)
      return flow
    })
    const version = (flowId: string, number: number) => versions.get(nameOf(flowId, number))
    return { flows: { town, fronts, published: compiled, version }, versions, loadedAt: deps.now().getTime() }
  }

  async function fresh(townKey: string): Promise<Cached | null> {
    const before = (await cache.get(townKey)) ?? null
    if (before && deps.now().getTime() - before.loadedAt < FRESH_MS) return before
    const loading = load(townKey, before)
    cache.set(townKey, loading)
    loading.catch(() => cache.delete(townKey))
    return loading
  }

  return {
    /** The town's flows with these pinned versions among them; null when the town does not exist. */
    async of(townKey: string, pinned: readonly { flowId: string; version: number }[]): Promise<TownFlows | null> {
      const cached = await fresh(townKey)
      if (!cached) return null
      for (const { flowId, version } of pinned) {
        if (cached.versions.has(nameOf(flowId, version))) continue
        const stored = await deps.version(townKey, flowId, version)
        if (stored) cached.versions.set(nameOf(flowId, version), compile(stored, cached.flows.town))
      }
      return cached.flows
    },

    /** Something was published or changed: the next step sees it. */
    forget(townKey: string): void {
      cache.delete(townKey)
    },
  }
}
