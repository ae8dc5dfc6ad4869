import { describe, expect, it } from 'vitest'
import { bulletinFault, bulletinText, bulletinTexts, issueDays, unknownNames } from '../bulletin.ts'
import { townDateTime } from '../calendar.ts'
import { MAX_TEXT_CHARS } from '../channel-limits.ts'
import type { TownData } from '../town.ts'

const zone = 'Europe/Madrid'
const event = (id: string, from: string, to: string, ca: string, es: string) => ({
  ...{ id, from, to },
  values: { titol: { ca, es } },
})
const duty = (id: string, from: string, to: string) => ({ id, from, to, values: { nom: id } })
const town: TownData = {
  ...{ key: 'vila', name: 'Vila', languages: ['ca', 'es'], defaultLanguage: 'ca', country: 'ES', timeZone: zone },
  ...{ departments: [], categories: [], calendars: [], words: {}, allowedHosts: [] },
  topics: [{ id: 'resum', number: 1, name: { ca: 'Resum' } }],
  tables: [
    {
      ...{ id: 'agenda', name: 'Agenda', departmentId: null },
      columns: [{ id: 'titol', label: 'Acte', kind: 'localized', required: true }],
      rows: [
        event('late', '2026-11-28', '2026-11-29', 'Fira', 'Feria'),
        event('first', '2026-11-24', '2026-11-24', 'Teatre', 'Teatro'),
        event('over', '2026-11-20', '2026-11-22', 'Passat', 'Pasado'),
        event('next', '2026-12-01', '2026-12-01', 'Altra setmana', 'Otra semana'),
      ],
    },
    {
      ...{ id: 'farmacies', name: 'Farmàcies', departmentId: null },
      columns: [{ id: 'nom', label: 'Nom', kind: 'text', required: true }],
      rows: [
        duty('Puig', '2026-11-16T09:00', '2026-11-23T09:00'),
        duty('Soler', '2026-11-23T09:00', '2026-11-30T09:00'),
      ],
    },
  ],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
}
const section = (tableId: string, more: object = {}) => ({
  ...{ tableId, when: 'this_week' as const, heading: {}, rowText: { ca: '• {{row.titol}}' }, maxRows: 10 },
  ...more,
})
const agenda = section('agenda', { rowText: { ca: '• {{row.from|date:"short"}} {{row.titol}}' } })
const pharmacies = section('farmacies', {
  heading: { ca: '*Farmàcia*', es: '*Farmacia*' },
  rowText: { ca: '{{row.nom}}' },
})
const weekly = { intro: { ca: 'Aquesta setmana a {{town.name}}:', es: 'Esta semana:' }, outro: {}, sections: [agenda] }
const monday = new Date('2026-11-23T08:00:00Z') // 9:00 in the town

describe('what a bulletin says', () => {
  it('has one line a row, by date, in each language', () => {
    expect(bulletinTexts(weekly, town, monday)).toEqual({
      ca: 'Aquesta setmana a Vila:\n\n• 24/11/2026 Teatre\n• 28/11/2026 Fira',
      es: 'Esta semana:\n\n• 24/11/2026 Teatro\n• 28/11/2026 Feria',
    })
  })

  it('leaves out what is over at that very minute, and a heading without rows', () => {
    const both = { ...weekly, intro: {}, sections: [section('agenda', { when: 'today' }), pharmacies] }
    expect(bulletinText(both, town, monday, 'ca')).toBe('*Farmàcia*\nSoler')
    const before = new Date(monday.getTime() - 60_000)
    expect(bulletinText(both, town, before, 'es')).toBe('*Farmacia*\nPuig\nSoler')
  })

  it('is nothing when no table has a row for it', () => {
    const january = new Date('2027-01-11T08:00:00Z')
    expect(bulletinTexts({ ...weekly, sections: [agenda, pharmacies] }, town, january)).toBeNull()
    expect(bulletinTexts({ ...weekly, sections: [section('gone')] }, town, monday)).toBeNull()
  })

  it('says how many rows it leaves out', () => {
    const short = { ...weekly, sections: [{ ...agenda, maxRows: 1 }] }
    expect(bulletinText(short, town, monday, 'es')).toMatch(/Teatro\n… y 1 más$/)
  })

  it('stays within one message, however much there is', () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      event(`e${index}`, '2026-11-25', '2026-11-25', 'x'.repeat(300), 'y'),
    )
    const full = { ...town, tables: town.tables.map(table => (table.id === 'agenda' ? { ...table, rows } : table)) }
    const text = bulletinText({ ...weekly, sections: [{ ...agenda, maxRows: 50 }] }, full, monday, 'ca') ?? ''
    expect(text.length).toBeLessThanOrEqual(MAX_TEXT_CHARS)
    expect(text).toMatch(/… i \d+ més$/)
    const endless = { ...weekly, intro: { ca: 'z'.repeat(9000) } }
    expect(bulletinText(endless, town, monday, 'ca')).toHaveLength(MAX_TEXT_CHARS)
  })
})

describe('the days it comes out', () => {
  const shown = (weekdays: number[], time: string, after: string, count = 4) =>
    issueDays({ weekdays, time }, zone, new Date(after), count).map(({ date, at }) => {
      expect(townDateTime(at, zone).date).toBe(date)
      return at.toISOString()
    })

  it('follow the clock on the wall over the change of the hour', () => {
    expect(shown([1], '09:00', '2026-10-12T10:00:00Z')).toEqual([
      '2026-10-19T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
      '2026-11-09T08:00:00.000Z',
    ])
  })

  it.each([
    [[1], '09:00', '2026-11-23T07:59:59Z', '2026-11-23T08:00:00.000Z'],
    [[1], '09:00', '2026-11-23T08:00:00Z', '2026-11-30T08:00:00.000Z'],
    [[5, 1], '18:30', '2026-11-23T20:00:00Z', '2026-11-27T17:30:00.000Z'],
    [[7], '00:00', '2026-11-28T22:00:00Z', '2026-11-28T23:00:00.000Z'],
    [[7], '02:30', '2026-03-28T12:00:00Z', '2026-03-29T01:30:00.000Z'], // that hour is skipped: 3:30 it is
    [[7], '02:30', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z'], // shown twice: the first time
  ])('of %j at %s, after %s, begin at %s', (weekdays, time, after, first) => {
    expect(shown(weekdays, time, after, 1)).toEqual([first])
  })

  it('of the hour shown twice are one day', () => {
    expect(shown([7], '02:30', '2026-10-25T00:30:00Z', 1)).toEqual(['2026-11-01T01:30:00.000Z'])
  })
})

describe('what is wrong with a bulletin', () => {
  const draft = { ...weekly, name: 'Resum', topicId: 'resum', isOn: true, weekdays: [1], time: '09:00' }
  it.each([
    ['nothing', {}, null],
    ['a topic that is gone', { topicId: 'gone' }, 'topic'],
    ['a table that is gone', { sections: [section('gone')] }, 'table'],
    ['rows that say nothing', { sections: [{ ...agenda, rowText: { ca: ' ' } }] }, 'row_text'],
    ['a column that is none', { sections: [{ ...agenda, rowText: { ca: '{{row.nom}}' } }] }, 'names'],
    ['an answer nobody gave', { intro: { ca: '{{contact.name}}' } }, 'names'],
  ])('%s', (_what, change, fault) => {
    expect(bulletinFault({ ...draft, ...change }, town)).toBe(fault)
  })

  it('is told by name', () => {
    const wrong = { ...weekly, outro: { ca: '{{row.titol}} {{today}}' }, sections: [section('agenda')] }
    expect(unknownNames(wrong, town.tables)).toEqual(['row.titol'])
  })
})
