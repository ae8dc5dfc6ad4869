import { demoTowns } from '@pregoner/seeds'
import { type Flow, type Language, readCsv } from '@pregoner/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallFlow } from '../../../test/small-flow.ts'
import { compareWordings } from './changes.ts'
import { readWordingsCsv, writeCsv } from './csv.ts'
import { readTranslations } from './read-file.ts'
import { isBlank, type Row, rowsOf } from './rows.ts'
import { readXliff, writeXliff } from './xliff.ts'

const flow: Flow = smallFlow('main')
const flows = demoTowns(new Date('2026-11-23T09:00:00Z')).flatMap(({ flows }) => flows)

const bytes = (text: string) => new TextEncoder().encode(text)
const csvOptions = {
  languages: ['ca', 'es'] as const,
  titles: { where: 'On', max: 'Màxim' },
  whereOf: ({ field }: Row) => field,
}
const xliffOptions = { flowId: 'main', source: 'ca' as const, target: 'es' as const, whereOf: csvOptions.whereOf }

const pieces = [
  '=1+1',
  '-',
  '+34',
  '@tu',
  "'",
  "'=",
  '"',
  ';',
  ',',
  '\n',
  '\t',
  ' ',
  'à',
  '👩‍🚒',
  '{{nom}}',
  '<b>',
  '&amp;',
  ']]>',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
  .map(parts => parts.join(''))
  .filter(one => !one.includes('\r') && !/\p{Surrogate}/u.test(one))
const legal = text.map(one =>
  [...one]
    .filter(char => char >= ' ' || '\n\t'.includes(char))
    .join('')
    .replace(/[\ufffe\uffff]/g, ''),
)

const rowWith = (values: Row['values'], index: number): Row => ({
  ...{ id: `n${index}/text`, node: `n${index}`, field: 'text', kind: 'text', values, maxChars: 4_096 },
  ...{ isRequired: true, isPlain: false, isShared: false, mayDegrade: false },
})
const rowsOfTexts = (of: fc.Arbitrary<string>) =>
  fc.array(fc.record({ ca: of, es: of }), { maxLength: 6 }).map(all => all.map(rowWith))

const written = (rows: readonly Row[], languages: readonly Language[]) =>
  rows.flatMap(({ id, values }) => languages.map(language => ({ id, language, value: values[language] ?? '' })))

describe('a table for a spreadsheet', () => {
  test.each([',', ';'] as const)('brings every text back as it was, with %s between cells', delimiter => {
    fc.assert(
      fc.property(rowsOfTexts(text), rows => {
        const { wordings, problems } = readWordingsCsv(writeCsv(rows, { ...csvOptions, delimiter }), flow)
        expect(problems).toEqual([])
        expect(wordings.map(({ source: _, ...wording }) => wording)).toEqual(written(rows, ['ca', 'es']))
      }),
    )
  })

  test('holds no cell a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(rowsOfTexts(text), rows => {
        const { records } = readCsv(writeCsv(rows, { ...csvOptions, delimiter: ';' }), { isExact: true })
        expect(records.flatMap(({ cells }) => cells).filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      }),
    )
  })
})

test('a file for translators brings every text back as it was', () => {
  fc.assert(
    fc.property(rowsOfTexts(legal), rows => {
      const { wordings, problems } = readXliff(writeXliff(rows, xliffOptions), flow)
      expect(problems).toEqual([])
      const expected = rows.filter(({ values }) => !isBlank(values.ca))
      expect(wordings).toEqual(
        expected.map(({ id, values }) => ({
          ...{ id, language: 'es', value: values.es ?? '' },
          source: { language: 'ca', text: values.ca },
        })),
      )
    }),
  )
})

test.each(flows.map(one => [one.id, one] as const))(
  'the texts of %s taken out and in change nothing',
  (_id, drawing) => {
    const rows = rowsOf(drawing)
    const [source, target] = drawing.languages
    const table = writeCsv(rows, { ...csvOptions, languages: drawing.languages, delimiter: ';' })
    const fromTable = compareWordings(drawing, readTranslations(bytes(table), 'a.csv', drawing).wordings, 'Vila')
    expect(fromTable).toMatchObject({ changes: [], unknown: [], impossible: [] })
    expect(fromTable.same).toBeGreaterThan(0)
    if (!source || !target) return
    const file = writeXliff(rows, { ...xliffOptions, flowId: drawing.id, source, target })
    const read = readTranslations(bytes(file), 'a.xlf', drawing)
    expect(read.problems).toEqual([])
    expect(compareWordings(drawing, read.wordings, 'Vila')).toMatchObject({ changes: [], unknown: [], impossible: [] })
  },
)

describe('a file that is not right', () => {
  const xliff = (inner: string, more = 'target-language="es"') =>
    `<xliff version="1.2"><file original="main" source-language="ca" ${more}><body>${inner}</body></file></xliff>`
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xliff version="1.2">&b;</xliff>'
  test.each<[string, Uint8Array, string, string[]]>([
    ['nothing', bytes(''), 'a.csv', ['empty']],
    ['a workbook', bytes('PK\u0003\u0004'), 'a.xlsx', ['spreadsheet']],
    ['a picture', new Uint8Array([0x89, 0x50, 0, 0, 1]), 'a.csv', ['not_text']],
    ['a flow', bytes('{"id":"main"}'), 'a.json', ['unknown_kind']],
    ['far too much', new Uint8Array(6_000_000).fill(65), 'a.csv', ['too_big']],
    ['a table without ids', bytes('text;ca\nhola;bon dia\n'), 'a.csv', ['no_id']],
    ['a table without languages', bytes('id;texto\ngreet/text;hola\n'), 'a.csv', ['no_language']],
    ['a language twice', bytes('id;ca;CA\ngreet/text;a;b\n'), 'a.csv', ['repeated_language']],
    ['a quote that never ends', bytes('id;ca\ngreet/text;"hola\n'), 'a.csv', ['unclosed_quote']],
    ['XML that grows', bytes(bomb), 'a.xlf', ['forbidden_xml']],
    ['XML with a strange entity', bytes(xliff('&xxe;')), 'a.xlf', ['broken_xml']],
    ['XML that ends early', bytes('<xliff version="1.2"><file>'), 'a.xlf', ['broken_xml']],
    ['XML nested without end', bytes('<a>'.repeat(100_000)), 'a.xlf', ['broken_xml']],
    ['XML of something else', bytes('<html></html>'), 'a.xlf', ['not_xliff']],
    ['a table called XLIFF', bytes('id;ca\n'), 'a.xliff', ['not_xliff']],
    ['a newer XLIFF', bytes('<xliff version="2.0"></xliff>'), 'a.xlf', ['xliff_version']],
    ['a language the flow has not', bytes(xliff('', 'target-language="de"')), 'a.xlf', ['xliff_language']],
    ['no target language', bytes(xliff('', '')), 'a.xlf', ['xliff_language']],
    ['a translation into itself', bytes(xliff('', 'target-language="ca-ES"')), 'a.xlf', ['same_language']],
  ])('%s is refused with words for it, and nothing is taken', (_what, content, name, codes) => {
    const { wordings, problems } = readTranslations(content, name, flow)
    expect(problems.map(({ code }) => code)).toEqual(codes)
    expect(wordings).toEqual([])
  })

  test('whatever it holds, reading does not throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.csv', 'a.xlf'), (content, name) => {
        expect(() => readTranslations(content, name, flow)).not.toThrow()
      }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<xliff version="1.2">', '<file>', '</file>', '&', '<', '>', 'a', '"', '<!--')),
        parts => {
          expect(() => readTranslations(bytes(parts.join('')), 'a.xlf', flow)).not.toThrow()
        },
      ),
    )
  })
})

test('a table saved by an old spreadsheet keeps its accents and says so', () => {
  const old = Uint8Array.from(Array.from('id;ca\r\ngreet/text;Bon dia, senyora Lluïsa\r\n', char => char.charCodeAt(0)))
  const { wordings, problems } = readTranslations(old, 'a.csv', flow)
  expect(problems).toEqual([{ code: 'old_encoding' }])
  expect(wordings.at(0)?.value).toBe('Bon dia, senyora Lluïsa')
})
