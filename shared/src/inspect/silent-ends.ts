import type { Exit } from '../node.ts'
import { type Drawing, reachedSteps, type Step } from './drawing.ts'
import { runsOf } from './flows.ts'
import type { Finding } from './problem.ts'
import type { Inspection, Rule } from './rule.ts'
import { isRunByOthersOnly } from './variables.ts'

/** Whether people pass a step, or end there, without being told anything and without waiting. */
function saysNothing(step: Step | undefined, { town }: Inspection): boolean {
  if (!step || runsOf(step).length > 0 || (step.definition.sends?.(step.config, town).first ?? []).length > 0)
    return false
  return step.definition.ends?.(step.config) === true || !step.definition.resume
}

const isAnswer = (exit: Exit | undefined) => exit !== undefined && !exit.isOptional && !exit.isGivingUp

/** Steps at which a conversation ends that nothing has been said in since the citizen's answer, by what leads there. */
function endsAfterAnswers(inspection: Inspection): Set<string> {
  const { drawing } = inspection
  const { steps, ways } = drawing
  const isQuiet = (id: string) => saysNothing(steps.get(id), inspection)
  const open = reachedSteps(drawing).flatMap(({ id, definition, exits }) =>
    definition.family !== 'asks'
      ? []
      : (ways.get(id) ?? []).filter(({ exit }) => isAnswer(exits.find(one => one.id === exit))).map(({ to }) => to),
  )
  const quiet = new Set<string>()
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (quiet.has(id) || !isQuiet(id)) continue
    quiet.add(id)
    open.push(...(ways.get(id) ?? []).map(({ to }) => to))
  }
  return quiet
}

const isEnd = ({ steps }: Drawing, id: string) => {
  const step = steps.get(id)
  return step?.definition.ends?.(step.config) === true
}

/** Ends at which people who have just answered hear nothing: no thanks, no menu, no goodbye. */
export const silentEnds: Rule = inspection => {
  const { drawing, flows } = inspection
  // A flow that another one runs goes on there.
  if (isRunByOthersOnly(inspection) || flows.callers(drawing.flow.id).length > 0) return []
  return [...endsAfterAnswers(inspection)]
    .filter(id => isEnd(drawing, id))
    .map((node): Finding => ({ code: 'ends_silently', severity: 'warning', node, field: 'text' }))
}
