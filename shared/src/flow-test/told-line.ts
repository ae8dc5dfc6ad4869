import { z } from 'zod'
import type { OutboundMessage } from '../message.ts'
import type { Line, Said } from '../simulation/index.ts'
import { effectFacts, placeLine } from './effect-facts.ts'

const MAX_LINE_CHARS = 20_000 // a text that goes out as several messages is told as each of them
const text = z.string().max(MAX_LINE_CHARS)

/** What stands in a message besides its words. */
const part = z.strictObject({
  kind: z.enum(['image', 'document', 'audio', 'video', 'sticker', 'place', 'link', 'asks_place']),
  text: z.string().max(3_000),
})
export type ToldPart = z.infer<typeof part>

const endings = ['ended', 'failed', 'leads_nowhere', 'unfinished', 'no_subflow', 'circle'] as const

/** One line of a conversation as people read it: no ids, no turn numbers, nothing that changes from run to run. */
export const toldLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('citizen'), text, parts: z.array(part).max(20) }),
  z.strictObject({
    kind: z.literal('town'),
    text,
    choices: z.array(z.string().max(300)).max(100),
    parts: z.array(part).max(5),
  }),
  z.strictObject({ kind: z.literal('effect'), facts: z.record(z.string().max(40), text) }),
  z.strictObject({ kind: z.literal('clock'), minutes: z.int() }),
  z.strictObject({ kind: z.literal('no_reply') }),
  z.strictObject({ kind: z.literal('begun') }),
  z.strictObject({ kind: z.literal('silence') }),
  z.strictObject({ kind: z.literal('service'), ok: z.boolean() }),
  z.strictObject({ kind: z.literal('people'), event: z.enum(['answered', 'closed', 'unattended']), text }),
  z.strictObject({ kind: z.literal('ending'), ending: z.enum(endings) }),
])
export type ToldLine = z.infer<typeof toldLine>

function saidParts({ media, place }: Said): ToldPart[] {
  const files = media.map(({ kind, caption }): ToldPart => ({ kind, text: caption ?? '' }))
  return place ? [...files, { kind: 'place', text: placeLine(place) }] : files
}

const messageParts = ({ media, place, link, asksPlace }: OutboundMessage): ToldPart[] => [
  ...(media ? [{ kind: media.kind, text: media.fileName ?? media.url ?? '' }] : []),
  ...(place ? [{ kind: 'place' as const, text: placeLine(place) }] : []),
  ...(link ? [{ kind: 'link' as const, text: `${link.label}: ${link.url}` }] : []),
  ...(asksPlace ? [{ kind: 'asks_place' as const, text: '' }] : []),
]

const minutesBetween = (from: string, to: string) =>
  Math.round((new Date(to).getTime() - new Date(from).getTime()) / 60_000)

/** A line of a simulation as people read it; `mask` hides what chance has drawn. */
export function toldOf(line: Line, mask: (words: string) => string): ToldLine {
  switch (line.kind) {
    case 'me':
      return { kind: 'citizen', text: mask(line.said.text ?? ''), parts: saidParts(line.said) }
    case 'town': {
      const { message } = line
      const choices = message.choices.map(({ label, description }) =>
        mask(description ? `${label} – ${description}` : label),
      )
      return { kind: 'town', text: mask(message.text), choices, parts: messageParts(message) }
    }
    case 'effect': {
      const facts = Object.entries(effectFacts(line.effect)).map(([name, value]) => [name, mask(value)])
      return { kind: 'effect', facts: Object.fromEntries(facts) }
    }
    case 'clock':
      return { kind: 'clock', minutes: minutesBetween(line.from, line.at) }
    case 'service':
      return { kind: 'service', ok: line.ok }
    case 'people':
      return { kind: 'people', event: line.event, text: line.text }
    case 'ending':
      return { kind: 'ending', ending: line.ending.kind }
    case 'no_reply':
    case 'begun':
    case 'silence':
      return { kind: line.kind }
  }
}

const VISIBLE_REFERENCE_CHARS = 4 // "MAN-": the town; what follows is drawn by chance

/** A whole conversation as people read it. The numbers of incidents are shortened: every run draws others. */
export function toldLines(lines: readonly Line[]): ToldLine[] {
  const drawn = lines.flatMap(line =>
    line.kind === 'effect' && line.effect.kind === 'open_incident' ? [line.effect.reference] : [],
  )
  const mask = (words: string) =>
    drawn.reduce(
      (masked, reference) => masked.replaceAll(reference, `${reference.slice(0, VISIBLE_REFERENCE_CHARS)}…`),
      words,
    )
  return lines.map(line => toldOf(line, mask))
}

const partText = ({ kind, text: words }: ToldPart) => `(${[kind, words].filter(Boolean).join(' ')})`

/** The line as one text, as transcripts write it; equal texts are equal lines. */
export function lineText(line: ToldLine): string {
  switch (line.kind) {
    case 'citizen':
      return ['>', line.text, ...line.parts.map(partText)].filter(Boolean).join(' ')
    case 'town':
      return ['<', line.text, ...line.parts.map(partText), ...line.choices.map(label => `[${label}]`)]
        .filter(Boolean)
        .join(' ')
    case 'effect': {
      const facts = Object.entries(line.facts).filter(([name]) => name !== 'kind')
      return `! ${line.facts.kind} ${facts
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${name}=${value}`)
        .join(' · ')}`.trim()
    }
    case 'clock':
      return `@ ${line.minutes} min`
    case 'service':
      return `* service ${line.ok ? 'answered' : 'failed'}`
    case 'people':
      return `* people ${line.event} ${line.text}`.trim()
    case 'ending':
      return `= ${line.ending}`
    case 'no_reply':
    case 'begun':
    case 'silence':
      return `* ${line.kind}`
  }
}
