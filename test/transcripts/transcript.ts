import { type Language, language, type MediaKind, type Place } from '@pregoner/shared'

/** One thing that happens to a conversation from outside, as a line of a transcript says it. */
export type Cue =
  | { kind: 'say'; text: string }
  | { kind: 'tap'; label: string }
  | { kind: 'send'; media: MediaKind; name: string | null; caption: string | null }
  | { kind: 'place'; place: Place }
  | { kind: 'pass'; minutes: number }
  | { kind: 'people'; event: 'answered' | 'closed' | 'unattended'; reference: string | null; text: string }
  | { kind: 'service'; ok: boolean; values: Record<string, string | number | boolean> }
  /** A line for the reader. */
  | { kind: 'remark'; text: string }

export interface Settings {
  /** Key of a demo town, or none for the small town of the node transcripts. */
  town: string | null
  /** Names of flow files; none means all flows of the town. */
  flows: string[]
  /** The town's clock at the beginning: `2026-11-23 10:00`. */
  at: string
  /** The language the contact has already chosen. */
  language: Language | null
  /** The contact's name as the channel shows it. */
  name: string | null
  /** What references and `random` nodes are drawn from. */
  seed: number
  /** What stands in front of every flow for a day from the beginning on. */
  emergencies: string[]
  /** Buttons of notices that came before, as `label = flow`. */
  notices: string[]
}

/** A conversation as a text an officer can read; `lines` keeps what was written, for printing it again. */
export interface Transcript {
  title: string
  /** Title, remarks and settings as written. */
  head: string[]
  settings: Settings
  cues: { cue: Cue; lines: string[] }[]
}

const MINUTES_OF: Record<string, number> = { minute: 1, hour: 60, day: 1_440 }
const MEDIA = /^\((photo|file|audio|video|sticker)(?:\s+([^)]+))?\)\s*(.*)$/s
const PLACE = /^\(location\s+(-?\d+(?:\.\d+)?),\s*(-?\d+(?:\.\d+)?)(?:\s+([^)]+))?\)$/
const PEOPLE = /^(answered|closed|unattended)(?:\s+([A-Z]{3}-[0-9A-Z]{7})\b)?\s*(.*)$/s
const PASSING = /^(\d+)\s+(minute|hour|day)s?$/
const kinds: Record<string, MediaKind> = { photo: 'image', file: 'document' }
const mediaKinds: readonly MediaKind[] = ['image', 'document', 'audio', 'video', 'sticker']

function citizenCue(said: string): Cue {
  const tapped = /^\[(.+)\]$/s.exec(said)?.[1]
  if (tapped !== undefined) return { kind: 'tap', label: tapped }
  const [, latitude, longitude, name] = PLACE.exec(said) ?? []
  if (latitude && longitude) {
    const point = { latitude: Number(latitude), longitude: Number(longitude) }
    return { kind: 'place', place: { ...point, name: name ?? null, address: null } }
  }
  const [, word = '', fileName, caption] = MEDIA.exec(said) ?? []
  const media = kinds[word] ?? mediaKinds.find(kind => kind === word)
  if (media) return { kind: 'send', media, name: fileName ?? null, caption: caption || null }
  return { kind: 'say', text: said }
}

const isEvent = (word: string) => word === 'answered' || word === 'closed' || word === 'unattended'

function cueOf(sign: string, rest: string): Cue {
  if (sign === '>') return citizenCue(rest)
  if (sign === '#') return { kind: 'remark', text: rest }
  if (sign === '@') {
    const [, count, unit = ''] = PASSING.exec(rest) ?? []
    const minutes = MINUTES_OF[unit]
    if (count && minutes) return { kind: 'pass', minutes: Number(count) * minutes }
  }
  if (sign === '*') {
    const [, event = '', reference, text = ''] = PEOPLE.exec(rest) ?? []
    if (isEvent(event)) return { kind: 'people', event, reference: reference ?? null, text }
  }
  if (sign === '$') {
    const [, verdict, values = '{}'] = /^service (ok|failed)(?:\s+(\{.*\}))?$/s.exec(rest) ?? []
    if (verdict) return { kind: 'service', ok: verdict === 'ok', values: JSON.parse(values) }
  }
  throw new Error(`This line of a transcript is not understood: ${sign} ${rest}`)
}

const keys = ['town', 'flow', 'at', 'language', 'name', 'seed', 'emergency', 'notice']

function settingsOf(head: readonly string[]): Settings {
  const values = new Map<string, string[]>()
  for (const line of head) {
    if (line === '' || line.startsWith('#')) continue
    const [, key = '', value = ''] = /^(\w+): (.+)$/.exec(line) ?? []
    if (!keys.includes(key)) throw new Error(`A transcript has no such setting: ${line}`)
    values.set(key, [...(values.get(key) ?? []), value])
  }
  const one = (key: string) => values.get(key)?.at(-1) ?? null
  const code = one('language')
  return {
    town: one('town'),
    flows: values.get('flow') ?? [],
    at: one('at') ?? '2026-11-23 10:00',
    language: code === null ? null : language.parse(code),
    name: one('name'),
    seed: Number(one('seed') ?? 1),
    emergencies: values.get('emergency') ?? [],
    notices: values.get('notice') ?? [],
  }
}

/** Reads a transcript: its settings and what happens; what was answered then is left out. */
export function parseTranscript(source: string): Transcript {
  const all = source.replace(/\r\n?/g, '\n').trimEnd().split('\n')
  const start = all.findIndex(line => /^[>@*$]/.test(line))
  const firstRemark = all.findIndex((line, index) => index > 0 && index < start && line.startsWith('# '))
  const begin = firstRemark > 0 ? firstRemark : start
  if (!all[0]?.startsWith('# ') || begin < 0) throw new Error('A transcript begins with a title and has a conversation')
  const head = all.slice(0, begin)
  const blocks: { sign: string; lines: string[] }[] = []
  for (const line of all.slice(begin)) {
    const isContinued = line === '' || line.startsWith('  ')
    if (isContinued) blocks.at(-1)?.lines.push(line)
    else blocks.push({ sign: line[0] ?? '', lines: [line] })
  }
  const cues = blocks
    .filter(({ sign }) => '>@*$#'.includes(sign))
    .map(({ sign, lines }) => {
      const written = lines.join('\n').trimEnd().split('\n')
      const rest = written.map((line, index) => (index === 0 ? line.slice(1).trim() : line.slice(2))).join('\n')
      return { cue: cueOf(sign, rest), lines: written }
    })
  return { title: all[0].slice(2), head, settings: settingsOf(head), cues }
}
