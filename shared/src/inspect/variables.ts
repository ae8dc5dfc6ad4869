import { builtInNames } from '../scene.ts'
import { reachedSteps, type Step } from './drawing.ts'
import { setBy } from './flows.ts'
import { arrivals, bitsFor } from './paths.ts'
import type { Finding } from './problem.ts'
import type { Read } from './reads.ts'
import type { Inspection, Rule } from './rule.ts'

const alwaysKnown = new Set<string>(builtInNames)
const needsSetting = ({ name }: Read) => !alwaysKnown.has(name) && !/^(?:contact|row)\./.test(name)

/** Names that flows running this one have set by then, perhaps. */
const setByCallers = ({ flow, flows }: Inspection) =>
  flows.callers(flow.id).flatMap(({ steps }) => [...steps.values()].flatMap(setBy))

/** Whether only other flows start this one; what they have set is then not known here. */
export const isRunByOthersOnly = ({ drawing: { starts, steps } }: Inspection): boolean =>
  starts.every(id => {
    const step = steps.get(id)
    return step !== undefined && step.definition.triggers?.(step.config).length === 0
  })

/** Names used where they are not set on any way, or only on some. */
export const variables: Rule = inspection => {
  const { drawing, flows } = inspection
  const steps = reachedSteps(drawing)
  const reads = steps.map(step => [step, step.reads.filter(needsSetting)] as const)
  const names = [...new Set(reads.flatMap(([, all]) => all.map(({ name }) => name)))]
  const bits = bitsFor(names)
  const isRun = isRunByOthersOnly(inspection)
  const given = bits.of(setByCallers(inspection))
  const roots = drawing.starts.length > 0 ? drawing.starts : drawing.order
  const must = (all: readonly Read[]) => all.flatMap(({ name, mayBeUnset }) => (mayBeUnset ? [] : [name]))
  const { unset, set } = arrivals(drawing, flows, bits, {
    roots,
    known: { unset: isRun ? bits.all & ~given : bits.all, set: given },
    told: new Map(reads.map(([{ id }, all]) => [id, bits.of(must(all))])),
  })
  const somewhere = bits.of(steps.flatMap(setBy)) | [...set.values()].reduce((all, one) => all | one, given)
  const told = new Set<string>()

  function problem({ id: node }: Step, { name, field, mayBeUnset }: Read): Finding[] {
    const values = { variable: name }
    if (!bits.has(set.get(node) ?? 0n, name)) {
      // Nothing in the whole flow sets it: one problem, however often it is used.
      if (!bits.has(somewhere, name) && told.has(name)) return []
      told.add(name)
      return [{ code: 'variable_unset', severity: isRun || mayBeUnset ? 'warning' : 'error', node, field, values }]
    }
    if (mayBeUnset || !bits.has(unset.get(node) ?? 0n, name)) return []
    return [{ code: 'variable_maybe_unset', severity: 'warning', node, field, values }]
  }
  return reads.flatMap(([step, all]) => all.flatMap(read => problem(step, read)))
}
