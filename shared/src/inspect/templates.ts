import type { TextUse } from '../node.ts'
import { parseTemplate, type TemplateProblem } from '../template.ts'
import { reachedSteps } from './drawing.ts'
import type { Finding, ProblemCode } from './problem.ts'
import type { Rule } from './rule.ts'

const MAX_SHOWN_CHARS = 40

const codes: Record<TemplateProblem['code'], ProblemCode> = {
  unclosed: 'template_unclosed',
  unknown_filter: 'template_filter',
  bad_name: 'template_name',
}

function problemsIn(node: string, { field, text, isPlain }: TextUse, languages: readonly (keyof TextUse['text'])[]) {
  return languages.flatMap((language): Finding[] => {
    const { variables, problems } = parseTemplate(text[language] ?? '')
    if (isPlain) {
      const isMeant = variables.length > 0 || problems.length > 0
      return isMeant ? [{ code: 'variable_in_label', severity: 'error', node, field, values: { language } }] : []
    }
    return problems.map(problem => {
      const shown = problem.text.length > MAX_SHOWN_CHARS ? `${problem.text.slice(0, MAX_SHOWN_CHARS)}…` : problem.text
      return { code: codes[problem.code], severity: 'error', node, field, values: { language, text: shown } }
    })
  })
}

/** `{{variables}}` that would be shown to citizens as they are written. */
export const templates: Rule = ({ flow, drawing }) =>
  reachedSteps(drawing).flatMap(({ id, texts }) => texts.flatMap(use => problemsIn(id, use, flow.languages)))
