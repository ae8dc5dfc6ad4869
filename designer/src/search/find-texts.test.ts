import { emptyFlow, type Flow, nodeDefinition } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { findHits, type Query, replaceHits } from './find-texts.ts'

const message = (id: string, text: object) => ({
  id,
  type: 'message',
  position: { x: 0, y: 0 },
  config: { ...nodeDefinition('message')?.blank, text },
})
const flow: Flow = {
  ...emptyFlow('greetings', 'Salutacions', ['ca', 'es']),
  nodes: [
    message('a', { ca: 'L’Ajuntament de Vila. Ajuntaments!', es: 'El ayuntamiento' }),
    message('b', { ca: 'Truqueu al 010 (ajuntament), {{contact.name|default: "ajuntament"}}', es: 'Llame al 010' }),
    {
      id: 'c',
      type: 'menu',
      position: { x: 0, y: 0 },
      config: {
        ...nodeDefinition('menu')?.blank,
        options: [{ id: 'o', label: { ca: 'Ajuntament' }, description: {}, synonyms: { ca: ['ajuntament'] } }],
      },
    },
  ],
}
const query = (changes: Partial<Query>): Query => ({
  words: 'ajuntament',
  matchCase: false,
  wholeWords: false,
  language: null,
  ...changes,
})
const found = (changes: Partial<Query>) =>
  findHits(flow, query(changes)).hits.map(({ node, found: words }) => [node, words])

describe('finding words in the texts of a flow', () => {
  test.each<[string, Partial<Query>, string[][]]>([
    [
      'anywhere',
      {},
      [
        ['a', 'Ajuntament'],
        ['a', 'Ajuntament'],
        ['b', 'ajuntament'],
        ['c', 'Ajuntament'],
      ],
    ],
    ['as it is written', { matchCase: true }, [['b', 'ajuntament']]],
    [
      'as a whole word',
      { wholeWords: true },
      [
        ['a', 'Ajuntament'],
        ['b', 'ajuntament'],
        ['c', 'Ajuntament'],
      ],
    ],
    [
      'in one language',
      { words: 'l', language: 'es' },
      [
        ['a', 'l'],
        ['b', 'L'],
        ['b', 'l'],
        ['b', 'l'],
      ],
    ],
    ['with signs of its own', { words: '(ajuntament)' }, [['b', '(ajuntament)']]],
    ['with a dot that is a dot', { words: '0.0' }, []],
    ['nothing for nothing', { words: '  ' }, []],
  ])('%s', (_name, changes, expected) => {
    expect(found(changes)).toEqual(expected)
  })

  test('the words around tell where it is, and placeholders are passed over', () => {
    const { hits, guarded } = findHits(flow, query({ language: 'ca' }))
    expect(guarded).toBe(1)
    expect(hits[0]).toMatchObject({ before: 'L’', after: ' de Vila. Ajuntaments!', language: 'ca', field: 'text' })
    expect(hits.at(-1)).toMatchObject({ field: 'options.0.label' })
  })

  test('a composed and a decomposed accent are the same', () => {
    const accents = { ...flow, nodes: [message('a', { ca: 'informacio\u0301' })] }
    expect(findHits(accents, query({ words: 'informació' })).hits).toHaveLength(1)
  })
})

describe('replacing them', () => {
  test('only what was chosen, several in one text, and nothing inside a placeholder', () => {
    const { hits } = findHits(flow, query({ language: 'ca' }))
    const { flow: after, count, left } = replaceHits(flow, hits.slice(0, 3), 'Consistori')
    expect([count, left]).toEqual([3, 0])
    expect(after.nodes.map(({ config }) => config.text)).toMatchObject([
      { ca: 'L’Consistori de Vila. Consistoris!', es: 'El ayuntamiento' },
      { ca: 'Truqueu al 010 (Consistori), {{contact.name|default: "ajuntament"}}' },
      {},
    ])
    expect(after.nodes[2]).toBe(flow.nodes[2])
  })

  test('what reads otherwise by now is left alone', () => {
    const { hits } = findHits(flow, query({ language: 'es' }))
    expect(replaceHits(flow, [], 'x').flow).toBe(flow)
    const changed = { ...flow, nodes: [message('a', { ca: 'Res' })] }
    const all = findHits(flow, query({})).hits
    expect(replaceHits(changed, [...hits, ...all], 'x')).toMatchObject({ flow: changed, count: 0, left: all.length })
  })

  test('a dollar sign is a dollar sign', () => {
    const { hits } = findHits(flow, query({ words: '010', language: 'es' }))
    expect(replaceHits(flow, hits, '$& $1').flow.nodes[1]?.config.text).toMatchObject({ es: 'Llame al $& $1' })
  })

  test('texts that grow past the channel’s limit are counted, and past the document’s are left', () => {
    const { hits } = findHits(flow, query({ words: '010', language: 'es' }))
    expect(replaceHits(flow, hits, 'x'.repeat(5_000))).toMatchObject({ count: 1, tooLong: 1 })
    expect(replaceHits(flow, hits, 'x'.repeat(30_000))).toMatchObject({ count: 0, left: 1, flow })
  })
})
