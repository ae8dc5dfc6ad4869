import type { Flow } from './flow.ts'
import { textIn } from './language.ts'
import { nodeDefinition } from './nodes/index.ts'
import type { TownData } from './town.ts'
import type { TownThing, TownUse } from './town-settings.ts'

/** How many steps of a flow name this thing of the town. */
function namesIn({ nodes }: Flow, kind: TownThing, id: string): number {
  const referring = nodes.filter(({ type, config }) => {
    const definition = nodeDefinition(type)
    const parsed = definition?.config.safeParse(config)
    return parsed?.success && definition?.refers?.(parsed.data).some(known => known.kind === kind && known.id === id)
  })
  return referring.length
}

/** The flows among these whose steps name a thing of the town. */
export const usesInFlows = (kind: TownThing, id: string, flows: readonly Flow[], by: 'flow' | 'draft'): TownUse[] =>
  flows.flatMap(flow => {
    const count = namesIn(flow, kind, id)
    return count === 0 ? [] : [{ by, id: flow.id, name: flow.name, count }]
  })

/** The other entries of the town that name a thing of it. */
export function usesInTown(kind: TownThing, id: string, town: TownData): TownUse[] {
  const named = (text: Parameters<typeof textIn>[0]) => textIn(text, town.defaultLanguage, town.defaultLanguage)
  const services = (town.bookableServices ?? [])
    .filter(one => (kind === 'calendar' ? one.calendarId : one.departmentId) === id)
    .map(({ id: own, name }): TownUse => ({ by: 'bookable_service', id: own, name: named(name), count: 1 }))
  if (kind === 'calendar')
    return [
      ...town.departments
        .filter(({ calendarId }) => calendarId === id)
        .map(({ id: own, name }): TownUse => ({ by: 'department', id: own, name: named(name), count: 1 })),
      ...(town.notices?.calendarId === id ? [{ by: 'notices' as const, id: 'notices', name: '', count: 1 }] : []),
      ...services,
    ]
  if (kind !== 'department') return []
  return [
    ...town.categories
      .filter(({ departmentId }) => departmentId === id)
      .map(({ id: own, name }): TownUse => ({ by: 'category', id: own, name: named(name), count: 1 })),
    ...town.tables
      .filter(({ departmentId }) => departmentId === id)
      .map(({ id: own, name }): TownUse => ({ by: 'table', id: own, name, count: 1 })),
    ...services,
  ]
}
