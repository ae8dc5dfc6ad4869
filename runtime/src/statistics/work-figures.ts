import { hasEnded, type WorkFigures, type WorkRow } from '@pregoner/shared'
import type { IncidentFact } from '../stores/incident-facts.ts'
import { grouped } from './grouped.ts'
import { spreadOf } from './spread.ts'

const lengths = (facts: readonly IncidentFact[], end: (fact: IncidentFact) => Date | null): number[] =>
  facts.flatMap(fact => {
    const at = end(fact)
    return at ? [Math.max(0, at.getTime() - fact.openedAt.getTime())] : []
  })

/** What became of these incidents. */
export function workFiguresOf(facts: readonly IncidentFact[]): WorkFigures {
  const answered = lengths(facts, fact => fact.answeredAt)
  const resolved = lengths(facts, fact => fact.resolvedAt)
  return {
    incidents: facts.length,
    answered: answered.length,
    resolved: facts.filter(({ status }) => status === 'resolved' || status === 'closed').length,
    open: facts.filter(({ status }) => !hasEnded(status)).length,
    late: facts.filter(({ isLate }) => isLate).length,
    firstAnswer: spreadOf(answered),
    resolution: spreadOf(resolved),
  }
}

/** One row per department, category or neighbourhood, the busiest first; what belongs to none has the key ''. */
export function workRowsOf(
  facts: readonly IncidentFact[],
  before: readonly IncidentFact[],
  keyOf: (fact: IncidentFact) => string | null,
): WorkRow[] {
  const groups = grouped(facts, fact => keyOf(fact) ?? '')
  const groupsBefore = grouped(before, fact => keyOf(fact) ?? '')
  const keys = [...new Set([...groups.keys(), ...groupsBefore.keys()])]
  return keys
    .map(key => ({
      key,
      ...workFiguresOf(groups.get(key) ?? []),
      incidentsBefore: groupsBefore.get(key)?.length ?? 0,
    }))
    .sort((one, other) => other.incidents - one.incidents || one.key.localeCompare(other.key))
}
