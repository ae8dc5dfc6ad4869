import {
  cleanText,
  formatDate,
  formatDateTime,
  formatItems,
  formatNumber,
  formatTime,
  formatValue,
  type RenderOptions,
} from './template/format.ts'

export { cleanText, formatValue, type RenderOptions } from './template/format.ts'

/** How far to look for the closing `}}`; a longer placeholder is taken for text, so parsing stays linear. */
const MAX_PLACEHOLDER_CHARS = 400
const MAX_NAME_CHARS = 120
const MAX_FILTERS = 5
const MAX_PROBLEMS = 20 // enough to show; the text itself is kept whole
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*(?:\.[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)*$/u
const FILTER = /^([a-z]+)(?:\s*:\s*(?:"([^"]*)"|([^"]*)))?$/
const refusedNames = new Set(['__proto__', 'constructor', 'prototype'])

export interface TemplateFilter {
  name: FilterName
  arg: string | null
}

export interface Placeholder {
  variable: string
  filters: readonly TemplateFilter[]
}

export interface TemplateProblem {
  code: 'unclosed' | 'unknown_filter' | 'bad_name'
  /** Where in the source the piece begins, in UTF-16 units. */
  at: number
  text: string
}

/** A text cut into what is written as it is and what is filled in. */
export interface Template {
  source: string
  parts: readonly (string | Placeholder)[]
  /** Each variable once, in order of first use. */
  variables: readonly string[]
  problems: readonly TemplateProblem[]
}

/** How each filter changes a value, given its argument. The only list of filters. */
const filters = {
  upper: (value, _arg, options) => formatValue(value, options).toLocaleUpperCase(options.language),
  lower: (value, _arg, options) => formatValue(value, options).toLocaleLowerCase(options.language),
  capital(value, _arg, options) {
    const [initial = '', ...rest] = formatValue(value, options)
    return initial.toLocaleUpperCase(options.language) + rest.join('')
  },
  date: (value, arg, options) => formatDate(value, options, arg ?? 'long') ?? value,
  time: (value, _arg, options) => formatTime(value, options) ?? value,
  datetime: (value, arg, options) => formatDateTime(value, options, arg ?? 'long') ?? value,
  number(value, arg, { language }) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (typeof number !== 'number' || !Number.isFinite(number)) return value
    if (arg === null || !/^[0-6]$/.test(arg)) return formatNumber(number, language, {})
    return formatNumber(number, language, { minimumFractionDigits: Number(arg), maximumFractionDigits: Number(arg) })
  },
  default: (value, arg, options) => (formatValue(value, options).trim() === '' ? (arg ?? '') : value),
  list(value, arg, options) {
    const items = formatItems(value, options)
    if (arg === 'lines') return items.map(item => `• ${item}`).join('\n')
    return new Intl.ListFormat(options.language, { type: 'conjunction' }).format(items)
  },
  first: (value, _arg, options) => (Array.isArray(value) ? value[0] : formatValue(value, options).split(/\s+/, 1)[0]),
} satisfies Record<string, (value: unknown, arg: string | null, options: RenderOptions) => unknown>

export type FilterName = keyof typeof filters

const isFilterName = (name: string): name is FilterName => Object.hasOwn(filters, name)

/** Whether a variable may have this name: words joined by dots, none of them reaching for a prototype. */
export function isVariableName(name: string): boolean {
  if (name.length > MAX_NAME_CHARS || !NAME.test(name)) return false
  return name.split('.').every(word => !refusedNames.has(word))
}

/** Cuts `Hello {{name|capital}}` into parts. Never throws: a malformed piece stays text and is listed as a problem. */
export function parseTemplate(source: string): Template {
  const parts: (string | Placeholder)[] = []
  const problems: TemplateProblem[] = []
  let literal = ''
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('{{', at)
    if (open === -1) break
    const end = closing(source, open + 2)
    const parsed = end === -1 ? 'unclosed' : parsePlaceholder(source.slice(open + 2, end))
    const next = end === -1 ? open + 2 : end + 2
    if (typeof parsed === 'string') {
      const text = source.slice(open, Math.min(next, open + MAX_PLACEHOLDER_CHARS))
      if (problems.length < MAX_PROBLEMS) problems.push({ code: parsed, at: open, text })
      literal += source.slice(at, next)
    } else {
      literal += source.slice(at, open)
      if (literal !== '') parts.push(literal)
      parts.push(parsed)
      literal = ''
    }
    at = next
  }
  literal += source.slice(at)
  if (literal !== '') parts.push(literal)
  const variables = [...new Set(parts.flatMap(part => (typeof part === 'string' ? [] : part.variable)))]
  return { source, parts, variables, problems }
}

/** Where the `}}` of a placeholder begins, passing over quoted arguments; -1 when another one opens first. */
function closing(source: string, from: number): number {
  let isQuoted = false
  const limit = Math.min(source.length, from + MAX_PLACEHOLDER_CHARS)
  for (let at = from; at < limit; at++) {
    const char = source[at]
    if (char === '"') isQuoted = !isQuoted
    else if (!isQuoted && char === '}' && source[at + 1] === '}') return at
    else if (!isQuoted && char === '{' && source[at + 1] === '{') return -1
  }
  return -1
}

function parsePlaceholder(inner: string): Placeholder | TemplateProblem['code'] {
  const [name = '', ...written] = splitAtPipes(inner)
  if (!isVariableName(name)) return 'bad_name'
  if (written.length > MAX_FILTERS) return 'unknown_filter'
  const parsed: TemplateFilter[] = []
  for (const text of written) {
    const [, filter = '', quoted, plain] = FILTER.exec(text) ?? []
    if (!isFilterName(filter)) return 'unknown_filter'
    parsed.push({ name: filter, arg: quoted ?? plain ?? null })
  }
  return { variable: name, filters: parsed }
}

/** The pieces between `|`, trimmed; a `|` between quotes does not count. */
function splitAtPipes(inner: string): string[] {
  const pieces = ['']
  let isQuoted = false
  for (const char of inner) {
    if (char === '"') isQuoted = !isQuoted
    if (char === '|' && !isQuoted) pieces.push('')
    else pieces[pieces.length - 1] += char
  }
  return pieces.map(piece => piece.trim())
}

/** Fills a template in. A name is looked up as a whole; what a value contains is never read as a placeholder. */
export function renderTemplate(
  template: Template,
  values: ReadonlyMap<string, unknown> | ((name: string) => unknown),
  options: RenderOptions,
): string {
  const lookUp = typeof values === 'function' ? values : (name: string) => values.get(name)
  let text = ''
  for (const part of template.parts) {
    if (typeof part === 'string') text += part
    else text += cleanText(formatValue(applyFilters(part, lookUp(part.variable), options), options))
  }
  return text
}

function applyFilters(placeholder: Placeholder, value: unknown, options: RenderOptions): unknown {
  return placeholder.filters.reduce((current, { name, arg }) => filters[name](current, arg, options), value)
}

const assumedChars: { [Name in FilterName]?: number } = { date: 40, time: 5, datetime: 46, number: 16, list: 200 }
const ASSUMED_CHARS = 40 // a full name or a street with its number

/** About how long the text can get: its own characters and, per variable, `charsOf` or a typical long value. */
export function longestRendering(template: Template, charsOf?: (variable: string) => number | undefined): number {
  const lengths = template.parts.map(part => {
    if (typeof part === 'string') return part.length
    const known = charsOf?.(part.variable) ?? part.filters.map(({ name }) => assumedChars[name]).find(Boolean)
    const spare = part.filters.map(({ arg }) => arg?.length ?? 0)
    return Math.max(known ?? ASSUMED_CHARS, ...spare)
  })
  return lengths.reduce((sum, chars) => sum + chars, 0)
}
