import { townData } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { demoTowns } from './index.ts'

const now = new Date('2026-11-23T09:00:00Z')

describe.each(demoTowns(now).map(demo => [demo.town.key, demo] as const))('the demo town %s', (_key, demo) => {
  test('is a town', () => {
    const parsed = townData.safeParse(demo.town)
    expect(parsed.error?.issues ?? []).toEqual([])
  })

  test('has an administrator, an officer and one agent for each department', () => {
    const agents = demo.people.filter(({ role }) => role === 'agent')
    expect(agents.map(({ departments }) => departments)).toEqual(demo.town.departments.map(({ id }) => [id]))
    expect(new Set(demo.people.map(({ key }) => key)).size).toBe(demo.people.length)
    expect(demo.people.filter(({ role }) => role !== 'agent').map(({ role }) => role)).toEqual([
      'administrator',
      'officer',
    ])
  })

  test('has duties that are the same whenever the town is made', () => {
    const later = demoTowns(new Date(now.getTime() + 9 * 86_400_000)).find(({ town }) => town.key === demo.town.key)
    const idsIn = (rows: { id: string }[]) => rows.map(row => JSON.stringify(row)).filter(row => row.includes('"duty-'))
    const rowsOf = (town = demo.town) => idsIn(town.tables.flatMap(({ rows }) => rows))
    const known = new Set(rowsOf())
    const again = rowsOf(later?.town).filter(row => known.has(row))
    expect(known.size === 0 || again.length > known.size / 2).toBe(true)
  })
})
