import { type CharTest, fits } from './chars.ts'
import { type PatternNode, parsePattern } from './parse.ts'

const FIRST_TRIED = 'A1a0 -/.@,:_'
const LAST_CODE_POINT = 0x17f // the end of Latin Extended-A: what people here can type

function charFor(test: CharTest): string | null {
  const likely = [...FIRST_TRIED].find(char => fits(test, char.codePointAt(0) ?? 0))
  if (likely) return likely
  for (let point = 0x20; point <= LAST_CODE_POINT; point++) if (fits(test, point)) return String.fromCodePoint(point)
  return null
}

function write(node: PatternNode): string | null {
  switch (node.kind) {
    case 'char':
      return charFor(node.test)
    case 'begin':
    case 'end':
      return ''
    case 'any':
      return node.nodes.map(write).find(text => text !== null) ?? null
    case 'all': {
      const parts = node.nodes.map(write)
      return parts.some(part => part === null) ? null : parts.join('')
    }
    case 'repeat': {
      const one = node.min === 0 ? '' : write(node.node)
      return one === null ? null : one.repeat(node.min)
    }
  }
}

/** A short text that fits the pattern; null when none is found. */
export function exampleOf(source: string): string | null {
  const parsed = parsePattern(source, true)
  return parsed.ok ? write(parsed.node) : null
}
