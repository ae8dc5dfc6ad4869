import { CommandError } from './errors.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const formatter = createFormatter(zone)
  formatters.set(zone, formatter)
  return formatter
}

function createFormatter(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  } catch {
    throw new CommandError(40485, `unrecognized time zone identifier: "${zone}"`)
  }
}

/** Milliseconds east of UTC in a zone given as `+02`, `+0200` or `+02:00`. */
function fixedOffset(zone: string): number | undefined {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (!match) return undefined
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}

function partsOf(date: Date, zone: string): Record<string, string> {
  const offset = fixedOffset(zone)
  const formatter = formatterOf(offset === undefined ? zone : 'UTC')
  const parts = formatter.formatToParts(new Date(date.getTime() + (offset ?? 0)))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

/** Writes a date as $dateToString does, in the letters %Y %m %d %H %M %S %L and %%. */
export function formatDate(date: Date, format: string, zone: string): string {
  const parts = partsOf(date, zone)
  const letters: Record<string, string | undefined> = {
    Y: parts.year?.padStart(4, '0'),
    m: parts.month,
    d: parts.day,
    H: parts.hour,
    M: parts.minute,
    S: parts.second,
    L: String(date.getUTCMilliseconds()).padStart(3, '0'),
    '%': '%',
  }
  return format.replace(/%(.?)/gs, (_all, letter: string) => {
    const text = letters[letter]
    if (text !== undefined) return text
    throw new CommandError(18536, `Invalid format character '%${letter}' in format string`)
  })
}
