import type { Flow } from '../../flow.ts'
import type { TownData } from '../../town.ts'
import { drawingOnce, flowsOf } from '../flows.ts'
import type { Finding, Problem } from '../problem.ts'
import type { Inspection } from '../rule.ts'
import { putConsent } from './consent.ts'
import { chooseOnly, clearChoice, removeAttachment, rightAddress, swapLimits } from './fields.ts'
import type { Fix, Plan } from './fix.ts'
import { addStart, chooseLanguage, chooseMenu, removeStep } from './flow.ts'
import { type FixId, fixIds } from './ids.ts'
import { addEnd, joinMenu, removeLine, renumberLine } from './lines.ts'
import { copyText, defaultText, removeData, rightName, sayGoodbye } from './texts.ts'
import { removeBeginning, removeWay, removeWord } from './words.ts'

/** What mends each problem; where several would, the first. The only list of them. */
const fixes: { [Id in FixId]: Fix } = {
  remove_line: removeLine,
  join_menu: joinMenu,
  add_end: addEnd,
  renumber_line: renumberLine,
  copy_text: copyText,
  say_goodbye: sayGoodbye,
  remove_data: removeData,
  default_text: defaultText,
  right_name: rightName,
  remove_word: removeWord,
  remove_beginning: removeBeginning,
  remove_way: removeWay,
  put_consent: putConsent,
  choose_menu: chooseMenu,
  choose_language: chooseLanguage,
  add_start: addStart,
  remove_step: removeStep,
  choose_only: chooseOnly,
  clear_choice: clearChoice,
  swap_limits: swapLimits,
  right_address: rightAddress,
  remove_attachment: removeAttachment,
}

/** The fix of a finding, if one would be right, with what its words need. */
export function fixFor(finding: Finding, inspection: Inspection): { id: FixId; values: Record<string, string> } | null {
  for (const id of fixIds) {
    const { codes, plan } = fixes[id]
    const found = codes.includes(finding.code) ? plan(finding, inspection) : null
    if (found) return { id, values: found.values ?? {} }
  }
  return null
}

const planOf = ({ node, field, edge, fix, ...problem }: Problem, inspection: Inspection): Plan | null => {
  if (fix === null) return null
  const finding = { ...problem, ...(node === null ? {} : { node }), ...(field === null ? {} : { field }) }
  return fixes[fix].plan({ ...finding, ...(edge === null ? {} : { edge }) }, inspection)
}

/** The flow with the problem mended; null when it has no fix, or none any more. `others` as the checker was given them. */
export function fixProblem(flow: Flow, problem: Problem, town: TownData, others: readonly Flow[] = []): Flow | null {
  const flows = flowsOf(others.filter(({ id }) => id !== flow.id))
  return planOf(problem, { flow, drawing: drawingOnce(flow), town, flows })?.apply() ?? null
}
