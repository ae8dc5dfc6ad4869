import {
  MAX_BUTTON_CHARS,
  MAX_BUTTONS,
  MAX_LIST_ROWS,
  MAX_ROW_CHARS,
  MAX_ROW_DESCRIPTION_CHARS,
} from '../channel-limits.ts'
import type { Language } from '../language.ts'
import type { Offer } from '../node.ts'
import { countChars } from '../rendering.ts'
import { reachedSteps } from './drawing.ts'
import type { Finding, ProblemCode } from './problem.ts'
import type { Rule } from './rule.ts'

interface Wording {
  field: string
  text: string
  max: number
}

/** The first wording in `language` that makes the options look otherwise than their number lets expect. */
function firstTooLong(options: readonly Offer[], language: Language): { code: ProblemCode; wording: Wording } | null {
  const labels = options.map(({ field, label }) => ({ field: `${field}.label`, text: label[language] ?? '' }))
  const descriptions = options.map(({ field, description }) => ({
    field: `${field}.description`,
    text: description[language] ?? '',
  }))
  const inRows = [
    ...labels.map(label => ({ ...label, max: MAX_ROW_CHARS })),
    ...descriptions.map(description => ({ ...description, max: MAX_ROW_DESCRIPTION_CHARS })),
  ].find(isTooLong)
  if (inRows) return { code: 'choices_as_numbers', wording: inRows }
  if (options.length > MAX_BUTTONS || descriptions.some(({ text }) => text !== '')) return null
  const onButton = labels.map(label => ({ ...label, max: MAX_BUTTON_CHARS })).find(isTooLong)
  return onButton ? { code: 'choices_as_list', wording: onButton } : null
}

const isTooLong = ({ text, max }: Wording) => text.length > max && countChars(text) > max

/** Options whose words are too long for the form their number has on the channel. Too many options tell for themselves. */
export const choices: Rule = ({ flow, drawing }) =>
  reachedSteps(drawing).flatMap(({ id: node, definition, config }): Finding[] => {
    const options = definition.offers?.(config) ?? []
    if (options.length > MAX_LIST_ROWS) return []
    return flow.languages.flatMap((language): Finding[] => {
      const found = firstTooLong(options, language)
      if (!found) return []
      const { field, text: label, max } = found.wording
      const values = { language, label, length: countChars(label), max }
      return [{ code: found.code, severity: 'warning', node, field, values }]
    })
  })
