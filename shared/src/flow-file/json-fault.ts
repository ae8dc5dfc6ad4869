/** Where a text stops being JSON; `isCut` when it only ends too early. Counted from 1, as people count. */
export interface JsonFault {
  line: number
  column: number
  isCut: boolean
}

type Wish = 'value' | 'key' | 'colon' | 'comma'

const BLANK = /[ \t\n\r]*/y
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** Where a string that begins at `at` ends; the place of its fault, negative, when it does not. */
function endOfString(text: string, at: number): number {
  let end = at + 1
  for (;;) {
    const one = text[end]
    if (one === '"') return end + 1
    if (one === undefined || one < ' ') return -end
    const length = one === '\\' ? matchAt(ESCAPE, text, end) : 1
    if (length === 0) return -end
    end += length
  }
}

function placeOf(text: string, at: number): JsonFault {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return { line, column: at - before.lastIndexOf('\n'), isCut: text.slice(at).trim() === '' }
}

/** The first fault of a text that JSON.parse has refused. Walks without recursion, however deep the text is. */
export function jsonFault(text: string): JsonFault {
  const open: ('{' | '[')[] = []
  let wish: Wish = 'value'
  let mayEnd = false // right after what opens an object or a list, or after something in it
  let at = matchAt(BLANK, text, 0)
  for (; at < text.length; at += matchAt(BLANK, text, at)) {
    const one = text[at] ?? ''
    const top = open.at(-1)
    const isEnd = (one === '}' && top === '{') || (one === ']' && top === '[')
    const isString = one === '"' && (wish === 'key' || wish === 'value')
    const length = isString ? endOfString(text, at) - at : wish === 'value' ? matchAt(WORD, text, at) : 0
    if (isEnd && mayEnd) {
      open.pop()
      at += 1
      wish = 'comma'
    } else if (wish === 'comma' && one === ',' && top !== undefined) {
      at += 1
      wish = top === '{' ? 'key' : 'value'
      mayEnd = false
      continue
    } else if (wish === 'colon' && one === ':') {
      at += 1
      wish = 'value'
      mayEnd = false
      continue
    } else if (wish === 'value' && (one === '{' || one === '[')) {
      open.push(one)
      at += 1
      wish = one === '{' ? 'key' : 'value'
    } else if (length > 0) {
      at += length
      wish = wish === 'key' ? 'colon' : 'comma'
    } else {
      return placeOf(text, isString ? -endOfString(text, at) : at)
    }
    mayEnd = wish !== 'colon'
  }
  return placeOf(text, text.length)
}
