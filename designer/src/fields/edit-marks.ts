export type Mark = 'bold' | 'italic' | 'strike' | 'mono'

/** A text with what is selected in it. */
export interface Selected {
  text: string
  from: number
  to: number
}

const signs: { [Name in Mark]: string } = { bold: '*', italic: '_', strike: '~', mono: '`' }
const FENCE = '```'

const isSpace = (char: string | undefined) => char !== undefined && /\s/.test(char)

/** Without the spaces at its ends: a mark beside a space is not read as one. */
function trimmed({ text, from, to }: Selected): Selected {
  let [start, end] = [from, to]
  while (start < end && isSpace(text[start])) start++
  while (end > start && isSpace(text[end - 1])) end--
  return start < end ? { text, from: start, to: end } : { text, from, to: from }
}

/** Writes `piece` over the selection and leaves `piece.slice(from, to)` selected. */
const replaced = (selected: Selected, piece: string, from: number, to: number): Selected => ({
  text: selected.text.slice(0, selected.from) + piece + selected.text.slice(selected.to),
  from: selected.from + from,
  to: selected.from + to,
})

function toggled(selected: Selected, sign: string): Selected {
  const { text, from, to } = selected
  const width = sign.length
  const inner = text.slice(from, to)
  const isAround = text.slice(from - width, from) === sign && text.slice(to, to + width) === sign && from >= width
  if (isAround) return replaced({ text, from: from - width, to: to + width }, inner, 0, inner.length)
  const isWithin = inner.length > 2 * width && inner.startsWith(sign) && inner.endsWith(sign)
  if (isWithin) return replaced(selected, inner.slice(width, -width), 0, inner.length - 2 * width)
  return replaced(selected, sign + inner + sign, width, width + inner.length)
}

const isMarked = (line: string, sign: string) => line.length > 2 && line.startsWith(sign) && line.endsWith(sign)

/** Marks do not cross lines, so each line gets its own; they all lose it when all have it. */
function toggledLines(selected: Selected, sign: string): Selected {
  const lines = selected.text.slice(selected.from, selected.to).split('\n')
  const words = lines.map(line => line.trim()).filter(Boolean)
  const areMarked = words.every(line => isMarked(line, sign))
  const changed = lines.map(line => {
    const core = line.trim()
    if (core === '' || (!areMarked && isMarked(core, sign))) return line
    return line.replace(core, () => (areMarked ? core.slice(1, -1) : sign + core + sign))
  })
  const piece = changed.join('\n')
  return replaced(selected, piece, 0, piece.length)
}

/** Puts WhatsApp's mark around what is selected, or takes it off where it is; the same words stay selected. */
export function toggleMark(given: Selected, mark: Mark): Selected {
  const selected = trimmed(given)
  const isOnLines = selected.text.slice(selected.from, selected.to).includes('\n')
  if (!isOnLines) return toggled(selected, signs[mark])
  return mark === 'mono' ? toggled(selected, FENCE) : toggledLines(selected, signs[mark])
}

/** Puts `piece` in the place of what is selected, and the caret behind it. */
export const insertPiece = (selected: Selected, piece: string): Selected =>
  replaced(selected, piece, piece.length, piece.length)
