import { expect, test } from 'vitest'
import { xmlDocument, xmlText } from './xml.ts'

test('names are tags, a list repeats its tag, null is an empty tag', () => {
  const tree = {
    services: {
      service: [
        { code: 1, note: null },
        { code: 2, note: 'à <b> & "c"' },
      ],
    },
  }
  expect(xmlDocument(tree)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<services><service><code>1</code><note/></service>' +
      '<service><code>2</code><note>à &lt;b&gt; &amp; &quot;c&quot;</note></service></services>\n',
  )
  expect(xmlDocument({ services: { service: [] } })).toContain('<services></services>')
})

test.each([
  [']]>', ']]&gt;'],
  ['a\u0000b\u0008c\ufffed', 'abcd'],
  ['l’avi\n\t🎉', 'l’avi\n\t🎉'],
  ['\ud800 alone', ' alone'],
  ['&lt;', '&amp;lt;'],
])('%j is written as %j', (text, written) => expect(xmlText(text)).toBe(written))

test('a tag that could break out is refused', () => {
  expect(() => xmlDocument({ 'a><b': 1 })).toThrow('no tag')
})
