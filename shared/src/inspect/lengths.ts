import type { TextUse } from '../node.ts'
import { longestRendering, parseTemplate } from '../template.ts'
import { textLength } from '../text-length.ts'
import { reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** Whether a text may be too long; only then its characters are counted one by one. */
function mayPass(words: string, max: number, isPlain: boolean | undefined, townName: string): boolean {
  if (isPlain || !words.includes('{{')) return words.length > max
  return longestRendering(parseTemplate(words), name => (name === 'town.name' ? townName.length : undefined)) > max
}

/** Texts that the channel would refuse for their length. */
export const lengths: Rule = ({ flow, drawing, town }) =>
  reachedSteps(drawing).flatMap(({ id: node, texts }) =>
    texts.flatMap(({ field, text, maxChars: max, isPlain, mayDegrade }: TextUse): Finding[] => {
      if (mayDegrade) return []
      return flow.languages.flatMap((language): Finding[] => {
        const words = text[language] ?? ''
        if (!mayPass(words, max, isPlain, town.name)) return []
        const length = textLength(words, { isPlain, townName: town.name }).most
        const values = { language, length, max }
        return length > max ? [{ code: 'text_too_long', severity: 'error', node, field, values }] : []
      })
    }),
  )
