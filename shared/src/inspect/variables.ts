import { reachedSteps, type Step } from './drawing.ts'
import { type Flows, runsOf, setBy } from './flows.ts'
import { arrivals, bitsFor, emptied } from './paths.ts'
import type { Finding } from './problem.ts'
import { needsSetting, type Read } from './reads.ts'
import type { Inspection, Rule } from './rule.ts'

/** Names that flows running this one have set by then, perhaps. */
const setByCallers = ({ flow, flows }: Inspection) =>
  flows.callers(flow.id).flatMap(({ steps }) => [...steps.values()].flatMap(setBy))

/** Whether only other flows start this one; what they have set is then not known here. */
export const isRunByOthersOnly = ({ drawing: { starts, steps } }: Inspection): boolean =>
  starts.every(id => {
    const step = steps.get(id)
    return step !== undefined && step.definition.triggers?.(step.config).length === 0
  })

/** What the flows that a step runs use of what was set before. */
const usedInside = (step: Step, flows: Flows): Use[] =>
  runsOf(step)
    .flatMap(id => flows.passing(id)?.needs ?? [])
    .map(({ name, isShown }) => ({ name, isShown, field: 'flowId', mayBeUnset: false, isInside: true }))

type Use = Pick<Read, 'name' | 'field' | 'mayBeUnset' | 'isShown'> & { isInside?: true }

/** Names used where they are not set on any way, or only on some. */
export const variables: Rule = inspection => {
  const { drawing, flows } = inspection
  const steps = reachedSteps(drawing)
  const reads = steps.map((step): [Step, Use[]] => [
    step,
    [...step.reads.filter(needsSetting), ...usedInside(step, flows)],
  ])
  const names = [...new Set(reads.flatMap(([, all]) => all.map(({ name }) => name)))]
  const bits = bitsFor(names)
  const isRun = isRunByOthersOnly(inspection)
  const given = bits.of(setByCallers(inspection))
  const roots = drawing.starts.length > 0 ? drawing.starts : drawing.order
  const must = (all: readonly Use[]) => all.flatMap(({ name, mayBeUnset }) => (mayBeUnset ? [] : [name]))
  const { unset, set } = arrivals(drawing, flows, bits, {
    roots,
    known: { unset: isRun ? bits.all & ~given : bits.all, set: given },
    told: new Map(reads.map(([{ id }, all]) => [id, bits.of(must(all))])),
  })
  const { at: empty } = emptied(drawing, flows, bits, roots)
  const somewhere = bits.of(steps.flatMap(setBy)) | [...set.values()].reduce((all, one) => all | one, given)
  const told = new Set<string>()

  function problem({ id: node }: Step, { name, field, mayBeUnset, isShown, isInside }: Use): Finding[] {
    const values = { variable: name }
    if (!bits.has(set.get(node) ?? 0n, name)) {
      // Nothing in the whole flow sets it: one problem, however often it is used.
      if (!bits.has(somewhere, name) && told.has(name)) return []
      told.add(name)
      return [
        {
          code: 'variable_unset',
          severity: isRun || mayBeUnset || isInside ? 'warning' : 'error',
          node,
          field,
          values,
        },
      ]
    }
    const isHole = bits.has(unset.get(node) ?? 0n, name) || (isShown && bits.has(empty.get(node) ?? 0n, name))
    if (mayBeUnset || !isHole) return []
    return [{ code: 'variable_maybe_unset', severity: 'warning', node, field, values }]
  }
  return reads.flatMap(([step, all]) => all.flatMap(read => problem(step, read)))
}
