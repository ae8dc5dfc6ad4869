import type { Flow } from '../flow.ts'
import type { TextUse } from '../node.ts'
import { reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

function missing(node: string, { field, text, required, isShared }: TextUse, languages: Flow['languages']): Finding[] {
  const lacking = languages.filter(language => !text[language]?.trim())
  if (lacking.length === languages.length) {
    return required ? [{ code: 'text_empty', severity: 'error', node, field }] : []
  }
  if (isShared) return []
  return lacking.map(language => {
    const values = { language }
    return required
      ? { code: 'text_missing', severity: 'error', node, field, values }
      : { code: 'text_partly_missing', severity: 'warning', node, field, values }
  })
}

/** Texts that are not written, or not in every language of the flow. */
export const texts: Rule = ({ flow, drawing }) =>
  reachedSteps(drawing).flatMap(({ id, texts }) => texts.flatMap(use => missing(id, use, flow.languages)))
