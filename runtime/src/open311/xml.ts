export type XmlValue = string | number | boolean | null | XmlTree | readonly XmlValue[]
export interface XmlTree {
  readonly [tag: string]: XmlValue
}

const NAME = /^[a-z_][a-z0-9_]*$/ // every tag of GeoReport is one; anything else is a mistake of ours
const entities: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

// XML 1.0, production [2] Char: all else may not even be written as an entity.
const isAllowed = (code: number) =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000

/** A text as XML may hold it: marks escaped, what XML forbids left out, half characters too. */
export const xmlText = (text: string): string =>
  Array.from(text)
    .filter(sign => isAllowed(sign.codePointAt(0) ?? 0))
    .map(sign => entities[sign] ?? sign)
    .join('')

function element(tag: string, value: XmlValue): string {
  if (!NAME.test(tag)) throw new Error(`<${tag}> is no tag`)
  if (Array.isArray(value)) return value.map(each => element(tag, each)).join('')
  if (value === null || value === '') return `<${tag}/>`
  return `<${tag}>${content(value)}</${tag}>`
}

function content(value: XmlValue): string {
  if (typeof value !== 'object' || value === null) return xmlText(String(value))
  return Object.entries(value)
    .map(([tag, child]) => element(tag, child))
    .join('')
}

/** A document: each name is a tag, a list repeats its tag, null is an empty tag. */
export const xmlDocument = (tree: XmlTree): string => `<?xml version="1.0" encoding="utf-8"?>\n${content(tree)}\n`
