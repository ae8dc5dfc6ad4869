import type { TextUse } from '../node.ts'
import { textLength } from '../text-length.ts'
import { reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** Texts that the channel would refuse for their length. */
export const lengths: Rule = ({ flow, drawing, town }) =>
  reachedSteps(drawing).flatMap(({ id: node, texts }) =>
    texts.flatMap(({ field, text, maxChars: max, isPlain, mayDegrade }: TextUse): Finding[] => {
      if (mayDegrade) return []
      return flow.languages.flatMap((language): Finding[] => {
        const length = textLength(text[language] ?? '', { isPlain, townName: town.name }).most
        const values = { language, length, max }
        return length > max ? [{ code: 'text_too_long', severity: 'error', node, field, values }] : []
      })
    }),
  )
