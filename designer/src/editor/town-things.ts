import type { Flow, LocalizedText, Reference, TownData } from '@pregoner/shared'
import type { ClipThing } from './clipboard.ts'
import { referencesOf } from './exits.ts'

/** Where steps stand or are pasted: the town and the flows it has. */
export interface Surroundings {
  town: TownData
  flows: readonly { id: string; name: string }[]
}

/** Everything of a town that a step may name by id. */
export const townThings = ({ town, flows }: Surroundings): ClipThing[] => {
  const plain = (name: string): LocalizedText => ({ [town.defaultLanguage]: name })
  const named = (kind: ClipThing['kind'], list: readonly { id: string; name: LocalizedText | string }[]) =>
    list.map(({ id, name }): ClipThing => ({ kind, id, name: typeof name === 'string' ? plain(name) : name }))
  return [
    ...named('department', town.departments),
    ...named(
      'person',
      town.departments.flatMap(({ people }) => people),
    ),
    ...named('category', town.categories),
    ...named('table', town.tables),
    ...town.tables.flatMap(table =>
      table.columns.map(({ id, label }): ClipThing => ({ kind: 'column', id, within: table.id, name: plain(label) })),
    ),
    ...named('calendar', town.calendars),
    ...named('topic', town.topics),
    ...named('bookable_service', town.bookableServices ?? []),
    ...named('flow', flows),
  ]
}

type ThingReference = Reference & { kind: ClipThing['kind'] }
const isOfTown = (reference: Reference): reference is ThingReference => reference.kind !== 'node' && reference.id !== ''

/** Names a thing apart from all others; columns of two tables may be called the same. */
export const thingKey = ({ kind, id, within }: Pick<ClipThing, 'kind' | 'id' | 'within'>): string =>
  [kind, id, kind === 'column' ? (within ?? '') : ''].join(' ')

/** Everything of the town that these steps name, each once, in the order of the steps. */
export const thingsNamed = (part: Flow): ThingReference[] => {
  const found = part.nodes.flatMap(node => referencesOf(node).filter(isOfTown))
  return [...new Map(found.map(reference => [thingKey(reference), reference])).values()]
}

/** What a clip must tell of its town: the names of all that its steps name. */
export const thingsOf = (part: Flow, around: Surroundings): ClipThing[] => {
  const known = new Map(townThings(around).map(thing => [thingKey(thing), thing]))
  return thingsNamed(part).flatMap(reference => known.get(thingKey(reference)) ?? [])
}
