/** An element of an XML document; its texts and elements in order. */
export interface XmlElement {
  name: string
  attributes: { readonly [name: string]: string }
  children: (XmlElement | string)[]
}

export class XmlError extends Error {
  line: number
  /** Declares a document type, which may hide entities that grow without end or read other files. */
  isForbidden: boolean

  constructor(line: number, isForbidden = false) {
    super(`line ${line}`)
    this.line = line
    this.isForbidden = isForbidden
  }
}

const MAX_DEPTH = 40
const NAME = '[A-Za-z_][\\w.:-]*'
const piece = new RegExp(
  [
    '<!--[\\s\\S]*?-->',
    '<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>',
    '<\\?(?:xml|xml-stylesheet)\\b[^?]*\\?>',
    `</(${NAME})\\s*>`,
    `<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
    '([^<]+)',
  ].join('|'),
  'y',
)
const attribute = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g')
const entities: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const isLegal = (code: number) =>
  code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff)

/**
 * Reads a small, plain XML document: elements, attributes, texts. A document type is refused and no entity but the five
 * of XML itself is known, so nothing can grow. Throws XmlError with the line where it is broken.
 */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const lineAt = (at: number) => text.slice(0, at).split('\n').length
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  const unescaped = (value: string, at: number) =>
    value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));|&/gi, (_whole, decimal, hex, name) => {
      if (name !== undefined && Object.hasOwn(entities, name)) return entities[name] ?? ''
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      if (!isLegal(code)) throw new XmlError(lineAt(at))
      return String.fromCodePoint(code)
    })
  let at = 0
  while (at < text.length) {
    piece.lastIndex = at
    const found = piece.exec(text)
    if (!found) throw new XmlError(lineAt(at), text.startsWith('<!DOCTYPE', at) || text.startsWith('<!ENTITY', at))
    const [, cdata, closing, opening, attributes = '', isClosed, plain] = found
    const parent = open.at(-1) ?? root
    if (cdata !== undefined) parent.children.push(cdata)
    if (plain !== undefined) {
      if (parent === root && plain.trim() !== '') throw new XmlError(lineAt(at))
      parent.children.push(unescaped(plain, at))
    }
    if (closing !== undefined) {
      if (parent === root || parent.name !== closing) throw new XmlError(lineAt(at))
      open.pop()
    }
    if (opening !== undefined) {
      const given = [...attributes.matchAll(attribute)].map(([, name = '', double, single]) => [
        name,
        unescaped(double ?? single ?? '', found.index),
      ])
      const element: XmlElement = { name: opening, attributes: Object.fromEntries(given), children: [] }
      parent.children.push(element)
      if (isClosed !== '/') open.push(element)
      if (open.length > MAX_DEPTH) throw new XmlError(lineAt(at))
    }
    at = piece.lastIndex
  }
  const [only, ...others] = root.children.filter(child => typeof child !== 'string')
  if (open.length > 1 || !only || others.length > 0) throw new XmlError(lineAt(text.length))
  return only
}

const escapes: { [char: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** A text as it stands in XML; characters XML does not know are left out. */
export const escapeXml = (text: string): string =>
  [...text]
    .filter(char => isLegal(char.codePointAt(0) ?? 0))
    .map(char => escapes[char] ?? char)
    .join('')

/** The elements inside, of this name. */
export const elements = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter(child => typeof child !== 'string').filter(child => child.name === name)

/** Everything written inside; a tag a translation tool put for `{{a value}}` counts as that. */
export const textInside = ({ children }: XmlElement): string =>
  children
    .map(child => (typeof child === 'string' ? child : (child.attributes['equiv-text'] ?? textInside(child))))
    .join('')
