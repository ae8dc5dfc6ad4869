import { CommandError } from './errors.ts'

const MINUTE = 60_000
const SLOT = 15 * MINUTE // since 1973 every zone has changed its offset on a quarter of an hour
const FIRST_SLOTTED = Date.UTC(1973, 0, 1)
const MAX_REMEMBERED = 50_000

const formatters = new Map<string, Intl.DateTimeFormat>()
const rememberedOffsets = new Map<string, number>()

/** Writes a date as $dateToString does, in the letters %Y %m %d %H %M %S %L and %%. */
export function formatDate(date: Date, format: string, zone: string): string {
  const local = new Date(date.getTime() + offsetOf(date, zone))
  const pad = (value: number, length = 2) => String(value).padStart(length, '0')
  const letters: Record<string, string | undefined> = {
    Y: pad(local.getUTCFullYear(), 4),
    m: pad(local.getUTCMonth() + 1),
    d: pad(local.getUTCDate()),
    H: pad(local.getUTCHours()),
    M: pad(local.getUTCMinutes()),
    S: pad(local.getUTCSeconds()),
    L: pad(local.getUTCMilliseconds(), 3),
    '%': '%',
  }
  return format.replace(/%(.?)/gs, (_all, letter: string) => {
    const text = letters[letter]
    if (text !== undefined) return text
    throw new CommandError(18536, `Invalid format character '%${letter}' in format string`)
  })
}

/** Milliseconds east of UTC. Asking the system is slow, and a report asks for every document. */
function offsetOf(date: Date, zone: string): number {
  const fixed = fixedOffset(zone)
  if (fixed !== undefined) return fixed
  if (date.getTime() < FIRST_SLOTTED) return zoneOffset(date, zone)
  const key = `${zone} ${Math.floor(date.getTime() / SLOT)}`
  const known = rememberedOffsets.get(key)
  if (known !== undefined) return known
  if (rememberedOffsets.size >= MAX_REMEMBERED) rememberedOffsets.clear()
  const offset = zoneOffset(date, zone)
  rememberedOffsets.set(key, offset)
  return offset
}

/** A zone given as `+02`, `+0200` or `+02:00`. */
function fixedOffset(zone: string): number | undefined {
  if (zone === 'UTC') return 0
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (!match) return undefined
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return (match[1] === '-' ? -minutes : minutes) * MINUTE
}

function zoneOffset(date: Date, zone: string): number {
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(date)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const wholeSecond = Math.floor(date.getTime() / 1000) * 1000
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const formatter = createFormatter(zone)
  formatters.set(zone, formatter)
  return formatter
}

function createFormatter(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit'
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    })
  } catch {
    throw new CommandError(40485, `unrecognized time zone identifier: "${timeZone}"`)
  }
}
