import { describe, expect, it } from 'vitest'
import { type CalendarEvent, folded, iCalendar } from './icalendar.ts'

const event: CalendarEvent = {
  uid: 'MAN-ABCDEFG@manresa.pregoner',
  sequence: 2,
  from: new Date('2026-11-26T08:30:00Z'),
  to: new Date('2026-11-26T09:00:00Z'),
  changedAt: new Date('2026-11-24T10:15:30.500Z'),
  isCancelled: false,
  summary: 'Serveis Socials; cita, prèvia\\ara',
  description: 'MAN-ABCDEFG',
  location: 'Plaça Major, 1\nplanta baixa',
}
const linesOf = (events: CalendarEvent[]) => iCalendar({ name: 'Manresa', events }).split('\r\n')

describe('an iCalendar file', () => {
  it('says who made it and ends every line as the standard wants', () => {
    const file = iCalendar({ name: 'Manresa', events: [] })
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true)
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  })

  it('tells times in UTC, the number of the change and the state', () => {
    expect(linesOf([event])).toEqual(
      expect.arrayContaining([
        'UID:MAN-ABCDEFG@manresa.pregoner',
        'DTSTAMP:20261124T101530Z',
        'SEQUENCE:2',
        'DTSTART:20261126T083000Z',
        'DTEND:20261126T090000Z',
        'STATUS:CONFIRMED',
      ]),
    )
    expect(linesOf([{ ...event, isCancelled: true }])).toContain('STATUS:CANCELLED')
  })

  it('escapes what means something in it', () => {
    expect(linesOf([event])).toEqual(
      expect.arrayContaining([
        'SUMMARY:Serveis Socials\\; cita\\, prèvia\\\\ara',
        'LOCATION:Plaça Major\\, 1\\nplanta baixa',
      ]),
    )
  })

  it('lets nobody slip in lines of their own', () => {
    const lines = linesOf([{ ...event, summary: 'x\r\nATTENDEE:mailto:x@y.example\u0007' }])
    expect(lines.filter(line => line.startsWith('ATTENDEE'))).toEqual([])
    expect(lines).toContain('SUMMARY:x\\nATTENDEE:mailto:x@y.example')
  })
})

describe('a folded line', () => {
  it.each([
    ['ascii', 'SUMMARY:'.padEnd(300, 'x')],
    ['two bytes a letter', `SUMMARY:${'à'.repeat(200)}`],
    ['four bytes a sign', `SUMMARY:${'🏛'.repeat(90)}`],
  ])('has at most 75 bytes a piece and reads the same when it is joined again: %s', (_what, line) => {
    const pieces = folded(line).split('\r\n')
    expect(pieces.every(piece => Buffer.byteLength(piece) <= 75)).toBe(true)
    expect(pieces.slice(1).every(piece => piece.startsWith(' '))).toBe(true)
    expect(folded(line).replaceAll('\r\n ', '')).toBe(line)
  })

  it('is left alone when it is short', () => {
    expect(folded('UID:a')).toBe('UID:a')
  })
})
