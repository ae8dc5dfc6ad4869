import { leadingTo, reachedSteps } from './drawing.ts'
import { runsIn, takesAnswers } from './flows.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'
import { isRunByOthersOnly } from './variables.ts'

/** What a citizen is asked for in vain: no text, rule or route uses it, and no department gets the answers. */
export const unusedAnswers: Rule = inspection => {
  const { flow, drawing, flows } = inspection
  if (isRunByOthersOnly(inspection) || flows.callers(flow.id).length > 0) return []
  const steps = reachedSteps(drawing)
  const runs = runsIn(drawing).flatMap(id => flows.passing(id) ?? [])
  const used = new Set([
    ...steps.flatMap(({ reads }) => reads.map(({ name }) => name)),
    ...runs.flatMap(({ reads }) => [...reads]),
  ])
  const handedOn = leadingTo(
    drawing,
    steps.filter(step => takesAnswers(step, flows)).map(({ id }) => id),
  )
  return steps.flatMap(({ id: node, definition, config }): Finding[] => {
    if (definition.family !== 'asks' || handedOn.has(node)) return []
    const names = new Set((definition.sets?.(config) ?? []).flatMap(({ names }) => names))
    return [...names]
      .filter(name => !used.has(name))
      .map(name => ({ code: 'answer_unused', severity: 'warning', node, field: 'saveAs', values: { name } }))
  })
}
