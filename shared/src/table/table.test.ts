import { describe, expect, it } from 'vitest'
import { lookUp, parsePastedRows, rowValue, type Table, type TableQuery, table } from '../table.ts'

const pharmacies: Table = table.parse({
  id: 'pharmacies',
  name: 'Farmàcies de guàrdia',
  columns: [
    { id: 'name', label: 'Nom', kind: 'text', required: true },
    { id: 'address', label: 'Adreça', kind: 'localized', required: false },
    { id: 'district', label: 'Barri', kind: 'text', required: false },
    { id: 'price', label: 'Preu', kind: 'number', required: false },
    { id: 'phone', label: 'Telèfon', kind: 'phone', required: false },
    { id: 'place', label: 'Lloc', kind: 'place', required: false },
  ],
  rows: [
    row('always', null, null, { name: 'Urgències', district: 'Eixample, Centre', price: 10 }),
    row('wed', '2026-10-07', '2026-10-07', { name: 'Puig', district: 'Vall d’Hebron', price: 9.5 }),
    row('shift', '2026-10-07T22:00', '2026-10-08T09:00', { name: 'Nit', price: 2 }),
    row('sun', '2026-10-11', '2026-10-11', { name: 'Àngel', address: { ca: 'Plaça Major', es: 'Plaza Mayor' } }),
    row('mon', '2026-10-12', '2026-10-12', { name: 'Zeta' }),
    row('past', '2026-10-01', '2026-10-06', { name: 'Bosch' }),
  ],
  departmentId: null,
})

function row(id: string, from: string | null, to: string | null, values: Table['rows'][number]['values']) {
  return { id, from, to, values }
}

const NOW = new Date('2026-10-07T20:30:00Z') // Wednesday, 22:30 in Madrid
const find = (query: TableQuery, now = NOW) => {
  const { rows, total } = lookUp(pharmacies, query, now, 'Europe/Madrid', 'ca')
  expect(total).toBeGreaterThanOrEqual(rows.length)
  return rows.map(({ id }) => id)
}

describe('looking up', () => {
  it.each<[TableQuery, string[]]>([
    [{ when: 'any' }, ['always', 'wed', 'shift', 'sun', 'mon', 'past']],
    [{ when: 'now' }, ['always', 'wed', 'shift']],
    [{ when: 'today' }, ['always', 'wed', 'shift']],
    [{ when: 'tomorrow' }, ['always', 'shift']],
    [{ when: 'this_week' }, ['always', 'wed', 'shift', 'sun']],
    [{ when: 'upcoming' }, ['always', 'wed', 'shift', 'sun', 'mon']],
    [{ when: 'upcoming', descending: true }, ['mon', 'sun', 'shift', 'wed', 'always']],
    [{ when: 'any', match: { column: 'district', value: "VALL D'HEBRÓN" } }, ['wed']],
    [{ when: 'any', match: { column: 'district', value: 'centre' } }, ['always']],
    [{ when: 'any', match: { column: 'address', value: 'plaza mayor' } }, ['sun']],
    [{ when: 'any', match: { column: 'price', value: 9.5 } }, ['wed']],
    [{ when: 'any', match: { column: 'name', value: ['Zeta', 'bosch'] } }, ['mon', 'past']],
    [{ when: 'any', match: { column: 'district', value: 'cent' } }, []],
    [{ when: 'any', match: { column: 'district', value: '' } }, []],
    [{ when: 'any', match: { column: 'district', value: undefined } }, []],
    [{ when: 'any', match: { column: 'constructor', value: 'x' } }, []],
    [{ when: 'any', sortBy: 'name' }, ['sun', 'past', 'shift', 'wed', 'always', 'mon']],
    [{ when: 'now', sortBy: 'price' }, ['shift', 'wed', 'always']],
    [{ when: 'any', limit: 2 }, ['always', 'wed']],
    [{ when: 'any', limit: 2, offset: 4 }, ['mon', 'past']],
    [{ when: 'any', offset: 9 }, []],
    [{ when: 'any', offset: -2, limit: -1 }, []],
  ])('%j finds %j', (query, ids) => {
    expect(find(query)).toEqual(ids)
  })

  it('changes row at the minute of the town, not of the server', () => {
    const at = (moment: string) => find({ when: 'now' }, new Date(moment))
    expect(at('2026-10-07T19:59:00Z')).toEqual(['always', 'wed'])
    expect(at('2026-10-07T21:59:00Z')).toEqual(['always', 'wed', 'shift'])
    expect(at('2026-10-07T22:00:00Z')).toEqual(['always', 'shift'])
    expect(at('2026-10-08T07:00:00Z')).toEqual(['always'])
  })

  it('counts all rows that fit, beyond the page', () => {
    expect(lookUp(pharmacies, { when: 'any', limit: 1 }, NOW, 'Europe/Madrid', 'ca').total).toBe(6)
  })
})

describe('a value of a row', () => {
  const [, wed, , sun] = pharmacies.rows
  it('comes in the language of the citizen', () => {
    expect(sun && rowValue(sun, 'address', 'es', 'ca')).toBe('Plaza Mayor')
    expect(sun && rowValue(sun, 'address', 'it', 'ca')).toBe('Plaça Major')
    expect(wed && rowValue(wed, 'price', 'ca', 'ca')).toBe('9,5')
    expect(wed && rowValue(wed, 'address', 'ca', 'ca')).toBe('')
    expect(wed && rowValue(wed, 'toString', 'ca', 'ca')).toBe('')
  })

  it('of a place is its name, else where it is', () => {
    const at = { latitude: 41.1, longitude: 1.25, name: null, address: null }
    expect(rowValue(row('a', null, null, { place: at }), 'place', 'ca', 'ca')).toBe('41.10000, 1.25000')
    expect(rowValue(row('a', null, null, { place: { ...at, name: 'Mercat' } }), 'place', 'ca', 'ca')).toBe('Mercat')
  })
})

describe('the schema of a table', () => {
  const withRow = (values: object, from: string | null = null, to: string | null = null) => ({
    rows: [{ id: 'x', from, to, values }],
  })
  const twice = { id: 'name', label: 'Nom', kind: 'text', required: false }
  it.each<[object, string]>([
    [withRow({}), 'rows.0.values.name: missing_value'],
    [withRow({ name: 'A', colour: 'x' }), 'rows.0.values.colour: unknown_column'],
    [withRow({ name: 5 }), 'rows.0.values.name: wrong_kind'],
    [withRow({ name: 'A', price: 'x' }), 'rows.0.values.price: wrong_kind'],
    [withRow({ name: 'A', place: { ca: 'x' } }), 'rows.0.values.place: wrong_kind'],
    [withRow({ name: 'A' }, '2026-10-08', '2026-10-07'), 'rows.0.to: ends_before_it_begins'],
    [withRow({ name: 'A' }, '2026-10-08T10:00', '2026-10-08T10:00'), 'rows.0.to: ends_before_it_begins'],
    [withRow({ name: 'A' }, '2026-02-30'), 'rows.0.from: invalid_date'],
    [withRow({ name: 'A' }, '2026-02-10T10:00Z'), 'rows.0.from: invalid_date'],
    [{ columns: [...pharmacies.columns, twice] }, 'columns.6.id: duplicate_column'],
    [{ rows: [...pharmacies.rows, row('wed', null, null, { name: 'A' })] }, 'rows.6.id: duplicate_row'],
    [{ columns: [{ ...twice, id: '__proto__' }], rows: [] }, 'columns.0.id: invalid_column_id'],
    [{ columns: [{ ...twice, id: 'a.b' }], rows: [] }, 'columns.0.id: invalid_column_id'],
  ])('refuses case %#', (change, message) => {
    const result = table.safeParse({ ...pharmacies, ...change })
    const messages = result.error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    expect(messages).toEqual([message])
  })
})

describe('pasted rows', () => {
  const small: Table = {
    ...pharmacies,
    columns: [
      { id: 'name', label: 'Nom', kind: 'text', required: true },
      { id: 'about', label: 'Descripció', kind: 'localized', required: false },
      { id: 'price', label: 'Preu', kind: 'number', required: false },
      { id: 'day', label: 'Dia', kind: 'date', required: false },
    ],
    rows: [],
  }
  const paste = (text: string) => parsePastedRows(text, small)
  const codes = (text: string) => {
    const { rows, problems } = paste(text)
    expect(rows).toEqual([])
    return problems.map(({ line, column, code }) => [line, column, code].filter(Boolean).join(' '))
  }

  it('are read with a header, in any order, with validity, languages and quotes', () => {
    const text =
      '\ufeffDes de;Fins a;Preu;Nom;Descripció;Descripció (es)\r\n' +
      '7/10/2026;2026-10-08 09:00;1.234,50;"Farmàcia ""Puig""; S.L.";Bon dia;Buenos días\r\n' +
      ';;;Casa;;\r\n\r\n'
    expect(paste(text)).toEqual({
      problems: [],
      rows: [
        {
          from: '2026-10-07',
          to: '2026-10-08T09:00',
          values: { price: 1234.5, name: 'Farmàcia "Puig"; S.L.', about: { ca: 'Bon dia', es: 'Buenos días' } },
        },
        { from: null, to: null, values: { name: 'Casa' } },
      ],
    })
  })

  it('are read without a header in the order of the columns', () => {
    expect(paste('Puig,Text,3,24/12/2026').rows).toEqual([
      { from: null, to: null, values: { name: 'Puig', about: { ca: 'Text' }, price: 3, day: '2026-12-24' } },
    ])
    expect(paste('1/1/2026\t31/1/2026\tPuig\t\t\t').rows).toEqual([
      { from: '2026-01-01', to: '2026-01-31', values: { name: 'Puig' } },
    ])
  })

  it('keep line breaks within quotes and still count lines', () => {
    expect(paste('nom,preu\n"dos\nlínies",1\nA,2').rows.map(({ values }) => values.name)).toEqual(['dos\nlínies', 'A'])
    expect(codes('nom,preu\n"dos\nlínies",1\nA,x')).toEqual(['4 price invalid_number'])
  })

  it.each<[string, string[]]>([
    ['', ['1 empty']],
    ['\n\n', ['1 empty']],
    ['nom;preu\nA;1\nB;molt\n;3', ['3 price invalid_number', '4 name missing_value']],
    ['nom;dia\nA;31/02/2026', ['2 day invalid_date']],
    ['nom;des de\nA;demà', ['2 from invalid_date']],
    ['nom;des de;fins a\nA;2/1/2026;1/1/2026', ['2 to ends_before_it_begins']],
    ['nom;preu;color\nA;1;blau', ['1 color unknown_column']],
    ['nom;preu;Nom\nA;1;B', ['1 Nom repeated_column']],
    ['nom;preu\nA', ['2 wrong_cell_count']],
    ['nom;preu\nA;1;2', ['2 wrong_cell_count']],
    ['nom;preu\nA;"1', ['2 unclosed_quote']],
    ['nom;preu\n=SUM(1);1e9', ['2 price invalid_number']],
  ])('%j is refused whole: %j', (text, problems) => {
    expect(codes(text)).toEqual(problems)
  })

  it('read an address where a place has no point', () => {
    const places: Table = { ...small, columns: [{ id: 'where', label: 'On', kind: 'place', required: true }] }
    expect(parsePastedRows('Plaça Major 1', places).rows[0]?.values.where).toEqual({
      latitude: null,
      longitude: null,
      name: null,
      address: 'Plaça Major 1',
    })
  })

  it('are refused when there are too many, after a bounded number of problems', () => {
    expect(codes(`nom\n${'A\n'.repeat(5001)}`)).toEqual(['1 too_many_rows'])
    expect(codes(`nom;preu\n${'A;x\n'.repeat(5000)}`).length).toBe(100)
  })

  it('read every kind of column', () => {
    const kinds = ['time', 'phone', 'url', 'email', 'place', 'image', 'number'] as const
    const all: Table = { ...small, columns: kinds.map(kind => ({ id: kind, label: kind, kind, required: false })) }
    const good = '9.30;93 877 00 00;www.manresa.cat;Info@Manresa.cat;41.72, 1.82;foto.jpg;1.000'
    expect(parsePastedRows(good, all).rows[0]?.values).toEqual({
      time: '09:30',
      phone: '93 877 00 00',
      url: 'https://www.manresa.cat',
      email: 'Info@manresa.cat',
      place: { latitude: 41.72, longitude: 1.82, name: null, address: null },
      image: 'foto.jpg',
      number: 1000,
    })
    const bad = '25:00;x;javascript:alert(1);no;91.5, 1.82;;x'
    expect(parsePastedRows(bad, all).problems.map(({ code }) => code)).toEqual([
      'invalid_time',
      'invalid_phone',
      'invalid_url',
      'invalid_email',
      'invalid_place',
      'invalid_number',
    ])
  })
})
