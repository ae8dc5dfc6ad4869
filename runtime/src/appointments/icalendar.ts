/** One appointment as a calendar program is told of it. */
export interface CalendarEvent {
  uid: string
  sequence: number
  from: Date
  to: Date
  changedAt: Date
  isCancelled: boolean
  summary: string
  description: string
  location: string
}

export interface CalendarFile {
  name: string
  events: readonly CalendarEvent[]
}

const MAX_LINE_BYTES = 75 // RFC 5545, section 3.1, without the line break
const CONTINUED = '\r\n '

/** RFC 5545, section 3.3.11; other control characters have no place in a text. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

/** `20261126T083000Z`. */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** Breaks a line into pieces of at most 75 bytes, never inside a character. */
export function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let bytes = 0
  for (const char of line) {
    const size = Buffer.byteLength(char)
    if (bytes + size > MAX_LINE_BYTES) {
      lines.push(current)
      current = ''
      bytes = 1 // the blank in front of a continued line
    }
    current += char
    bytes += size
  }
  return [...lines, current].join(CONTINUED)
}

const eventLines = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${utc(event.changedAt)}`,
  `LAST-MODIFIED:${utc(event.changedAt)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART:${utc(event.from)}`,
  `DTEND:${utc(event.to)}`,
  `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  `SUMMARY:${escaped(event.summary)}`,
  ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
  ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
  'CLASS:PRIVATE',
  'END:VEVENT',
]

/** The events as an iCalendar file (RFC 5545), times in UTC. */
export const iCalendar = ({ name, events }: CalendarFile): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pregoner//Appointments//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('')
