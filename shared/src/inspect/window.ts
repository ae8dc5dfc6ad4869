import { SERVICE_WINDOW_MINUTES } from '../channel-limits.ts'
import { type Drawing, reachedSteps, type Step } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

const MINUTES_AN_HOUR = 60
const ROUNDS = 2 // ways back are seen in the second; a ring gone round again and again is not waited for

/** For how long people have written nothing when they leave a step so, at least. */
function minutesAfter({ definition, config }: Step, exit: string, before: number): number {
  const timeout = definition.timeouts?.(config).find(one => one.exit === exit)
  if (timeout) return before + timeout.minutes
  return definition.waits?.(config, exit) ? 0 : before
}

/** The longest silence before each place, by whatever way people come there. */
function silences({ order, steps, ways, starts }: Drawing): ReadonlyMap<string, number> {
  const silence = new Map(starts.map(id => [id, 0]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const id of order) {
      const step = steps.get(id)
      const before = silence.get(id)
      if (!step || before === undefined) continue
      for (const { exit, to } of ways.get(id) ?? []) {
        const after = Math.min(SERVICE_WINDOW_MINUTES, minutesAfter(step, exit, before))
        if (after > (silence.get(to) ?? -1)) silence.set(to, after)
      }
    }
  }
  return silence
}

/** Steps that say something when WhatsApp lets nothing through any more but templates. */
export const afterWindow: Rule = ({ drawing, town }) => {
  const silence = silences(drawing)
  const told = new Set<string>()
  return reachedSteps(drawing).flatMap(({ id: node, definition, config }): Finding[] => {
    const isLate = (silence.get(node) ?? 0) >= SERVICE_WINDOW_MINUTES
    const isSaying = (definition.sends?.(config, town).first ?? []).length > 0
    if (!isLate) return []
    if (told.has(node) || isSaying) for (const { to } of drawing.ways.get(node) ?? []) told.add(to)
    if (!isSaying || told.has(node)) return []
    const values = { hours: SERVICE_WINDOW_MINUTES / MINUTES_AN_HOUR }
    return [{ code: 'after_window', severity: 'warning', node, field: 'text', values }]
  })
}
