import type { TextUse } from '../node.ts'
import { countChars } from '../rendering.ts'
import { longestRendering, parseTemplate } from '../template.ts'
import type { TownData } from '../town.ts'
import { reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** About how many characters a citizen may see, variables filled in; counted one by one only where it matters. */
function longest(source: string, isPlain: boolean | undefined, max: number, town: TownData): number {
  if (isPlain) return source.length > max ? countChars(source) : source.length
  const template = parseTemplate(source)
  const units = longestRendering(template, name => (name === 'town.name' ? town.name.length : undefined))
  if (units <= max) return units
  const written = template.parts.filter(part => typeof part === 'string')
  return written.reduce((chars, part) => chars - part.length + countChars(part), units)
}

/** Texts that the channel would refuse for their length. */
export const lengths: Rule = ({ flow, drawing, town }) =>
  reachedSteps(drawing).flatMap(({ id: node, texts }) =>
    texts.flatMap(({ field, text, maxChars: max, isPlain, mayDegrade }: TextUse): Finding[] => {
      if (mayDegrade) return []
      return flow.languages.flatMap((language): Finding[] => {
        const length = longest(text[language] ?? '', isPlain, max, town)
        const values = { language, length, max }
        return length > max ? [{ code: 'text_too_long', severity: 'error', node, field, values }] : []
      })
    }),
  )
