import type { TextUse } from '../node.ts'
import { countChars } from '../rendering.ts'
import { longestRendering, parseTemplate } from '../template.ts'
import type { TownData } from '../town.ts'
import { reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** About how many characters a citizen may see, variables filled in with typical long values. */
export function longest(source: string, isPlain: boolean | undefined, town: TownData): number {
  if (isPlain) return countChars(source)
  const template = parseTemplate(source)
  const literal = template.parts.filter(part => typeof part === 'string')
  const surplus = literal.reduce((sum, part) => sum + part.length - countChars(part), 0)
  return longestRendering(template, name => (name === 'town.name' ? town.name.length : undefined)) - surplus
}

/** Texts that the channel would refuse for their length. */
export const lengths: Rule = ({ flow, drawing, town }) =>
  reachedSteps(drawing).flatMap(({ id: node, texts }) =>
    texts.flatMap(({ field, text, maxChars: max, isPlain, mayDegrade }: TextUse): Finding[] => {
      if (mayDegrade) return []
      return flow.languages.flatMap((language): Finding[] => {
        const length = longest(text[language] ?? '', isPlain, town)
        const values = { language, length, max }
        return length > max ? [{ code: 'text_too_long', severity: 'error', node, field, values }] : []
      })
    }),
  )
