import type { Reference } from '../node.ts'
import type { TownData } from '../town.ts'
import { type Drawing, reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

const idsOf = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id))

type Plain = Exclude<Reference['kind'], 'column' | 'flow'>

/** The ids there are of each kind. Columns and flows have rules of their own. */
const knownIds = (town: TownData, { places }: Drawing): Record<Plain, { has(id: string): boolean }> => ({
  department: idsOf(town.departments),
  person: idsOf(town.departments.flatMap(({ people }) => people)),
  category: idsOf(town.categories),
  table: idsOf(town.tables),
  calendar: idsOf(town.calendars),
  topic: idsOf(town.topics),
  bookable_service: idsOf(town.bookableServices ?? []),
  node: places,
})

/** Things of the town, or of the flow, that a step names: chosen, and still there. */
export const references: Rule = ({ drawing, town }) => {
  const known = knownIds(town, drawing)
  return reachedSteps(drawing).flatMap(({ id: node, references }) =>
    references.flatMap(({ kind, id, field, within }): Finding[] => {
      if (kind === 'column' && !known.table.has(within ?? '')) return []
      if (id === '') return [{ code: 'reference_missing', severity: 'error', node, field, values: { kind } }]
      if (kind === 'column' || kind === 'flow' || known[kind].has(id)) return []
      return [{ code: 'reference_lost', severity: 'error', node, field, values: { kind, id } }]
    }),
  )
}
