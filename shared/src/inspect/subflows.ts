import { reachedSteps } from './drawing.ts'
import { type Flows, runsIn, runsOf } from './flows.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** Whether running `first` leads to `wanted` being run. */
function comesBackTo(wanted: string, first: string, flows: Flows): boolean {
  const seen = new Set([first])
  for (const id of seen) {
    if (id === wanted) return true
    const drawing = flows.get(id)
    for (const run of drawing ? runsIn(drawing) : []) seen.add(run)
  }
  return false
}

/** Flows that a step runs: they must be there, begin somewhere and not run this one again. */
export const subflows: Rule = ({ flow, drawing, flows }) => {
  const faultOf = (id: string): Finding['code'] | null => {
    if (comesBackTo(flow.id, id, flows)) return 'subflow_recursive'
    const run = flows.get(id)
    if (!run) return 'subflow_missing'
    return run.starts.length === 0 ? 'subflow_without_start' : null
  }
  const known = new Map([...new Set(runsIn(drawing))].map(id => [id, faultOf(id)]))
  return reachedSteps(drawing).flatMap(step =>
    runsOf(step).flatMap((id): Finding[] => {
      const code = known.get(id)
      const name = id === flow.id ? flow.name : flows.get(id)?.flow.name
      const values = { id, flow: name ?? id }
      return code ? [{ code, severity: 'error', node: step.id, field: 'flowId', values }] : []
    }),
  )
}
