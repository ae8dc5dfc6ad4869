import { expect, test } from 'vitest'
import { createSubscriberReader } from './subscriber-file.ts'

function read(...lines: string[]) {
  const seen = new Set<string>()
  const isNew = (address: string) => seen.size < seen.add(address).size
  const reader = createSubscriberReader({ country: 'ES', today: '2026-11-30', isNew })
  const text = lines.join('\n')
  const half = Math.floor(text.length / 2)
  const found = [...reader.read(text.slice(0, half), false), ...reader.read(text.slice(half), true)]
  return {
    lines: found.flatMap(({ subscriber }) => (subscriber ? [subscriber] : [])),
    faults: found.flatMap(({ faults }) => faults),
    count: reader.lineCount(),
  }
}
const HEAD = 'Telèfon;Data;Prova'

test('lines with a number, a day and a proof are read, whatever the columns are called and divided by', () => {
  expect(read('\ufeffPhone,Date,Proof', '"600 123 123",2026-03-01,"Form, signed"')).toEqual({
    lines: [{ line: 2, address: '+34600123123', agreedOn: '2026-03-01', proof: 'Form, signed' }],
    faults: [],
    count: 1,
  })
  expect(read('prueba\tteléfono\tfecha', 'Hoja 3\t+39 338 655 3630\t1/3/2026').lines).toEqual([
    { line: 2, address: '+393386553630', agreedOn: '2026-03-01', proof: 'Hoja 3' },
  ])
})

test.each([
  ['12;2026-03-01;Full 3', 'bad_number'],
  ['600123123;31/02/2026;Full 3', 'bad_day'],
  ['600123123;2026-12-01;Full 3', 'future_day'],
  ['600123123;2026-03-01; ', 'no_proof'],
  ['600123123;2026-03-01', 'no_proof'],
])('a line that is no good is named: %s', (line, code) => {
  expect(read(HEAD, '600000001;2026-03-01;Full 1', line).faults).toMatchObject([{ line: 3, code }])
})

test('a number that comes twice is named where it comes again', () => {
  const { faults } = read(HEAD, '600123123;2026-03-01;Full 3', '+34 600-123-123;2026-03-02;Full 4')
  expect(faults).toEqual([{ line: 3, code: 'repeated', value: '+34600123123' }])
})

test.each([
  ['nothing', [''], 'no_lines'],
  ['only a head', [HEAD], 'no_lines'],
  ['other columns', ['Nom;Carrer', 'Anna;Nou'], 'no_columns'],
])('a file with %s is refused as a whole', (_what, lines, code) => {
  expect(read(...lines)).toMatchObject({ lines: [], faults: [{ code }] })
})

test('a quote that never ends is named, and what stands behind it is not read', () => {
  const { faults } = read(HEAD, '600000001;2026-03-01;Full 1', '600123123;2026-03-01;"Full 3', '600000002;x;')
  expect(faults).toEqual([{ line: 3, code: 'unclosed_quote', value: '' }])
})
