import { reachedSteps } from './drawing.ts'
import { asksPersonalData } from './flows.ts'
import { arrivals, bitsFor } from './paths.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'
import { isRunByOthersOnly } from './variables.ts'

/** Personal data asked for on a way without consent; told at the first step of such a way. */
export const consent: Rule = inspection => {
  const { drawing, flows } = inspection
  const asking = reachedSteps(drawing).filter(step => asksPersonalData(step, flows))
  // A flow that only others run is looked at where they run it.
  if (asking.length === 0 || isRunByOthersOnly(inspection)) return []
  const bits = bitsFor([])
  const { unset } = arrivals(drawing, flows, bits, {
    roots: drawing.starts,
    known: { unset: bits.consent, set: 0n },
    told: new Map(asking.map(({ id }) => [id, bits.consent])),
  })
  return asking
    .filter(({ id }) => unset.get(id) === bits.consent)
    .map(({ id: node, references }): Finding => {
      const field = references.some(({ kind }) => kind === 'flow') ? 'flowId' : 'isPersonal'
      return { code: 'personal_before_consent', severity: 'error', node, field }
    })
}
