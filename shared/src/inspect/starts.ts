import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** A flow needs a start, and a start something that sets it off, unless another flow runs this one. */
export const starts: Rule = ({ flow, drawing, flows }) => {
  const { starts, steps } = drawing
  if (starts.length === 0) return [{ code: 'start_missing', severity: 'error' }]
  if (flows.callers(flow.id).length > 0) return []
  return starts.flatMap((node): Finding[] => {
    const step = steps.get(node)
    const isIdle = step?.definition.triggers?.(step.config).length === 0
    return isIdle ? [{ code: 'start_without_trigger', severity: 'warning', node, field: 'triggers' }] : []
  })
}
