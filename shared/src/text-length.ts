import { countChars } from './rendering.ts'
import { longestRendering, parseTemplate } from './template.ts'

/** How many characters a citizen may see: as written without its values, and with the longest ones. */
export interface TextLength {
  least: number
  most: number
}

export interface LengthOptions {
  /** Sent as it is written: `{{values}}` are not filled in. */
  isPlain?: boolean | undefined
  townName?: string | undefined
}

/** The length of a text after substitution, in characters as a person sees them. */
export function textLength(source: string, { isPlain = false, townName }: LengthOptions): TextLength {
  if (isPlain || !source.includes('{{')) {
    const chars = countChars(source)
    return { least: chars, most: chars }
  }
  const template = parseTemplate(source)
  const written = template.parts.filter(part => typeof part === 'string')
  const units = written.reduce((sum, part) => sum + part.length, 0)
  const least = written.reduce((sum, part) => sum + countChars(part), 0)
  const longest = longestRendering(template, name => (name === 'town.name' ? townName?.length : undefined))
  return { least, most: longest - units + least }
}
