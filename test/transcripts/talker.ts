import type { Effect, MediaFile, MediaKind, OutboundMessage, Place } from '@pregoner/shared'
import { numberedText, renderingOf } from '@pregoner/shared'
import type { Cue, Transcript } from './transcript.ts'

/** One message as the citizen's phone shows it, by whatever channel it came. */
export interface Heard {
  text: string
  buttons: string[]
  list: { label: string; rows: { label: string; description: string | null }[] } | null
  media: { kind: MediaKind; what: string } | null
  link: { label: string; url: string } | null
  place: Place | null
  asksPlace: boolean
}

/** What follows a cue, in order. Over a real channel only what is heard can be seen. */
export type Happening =
  | { kind: 'heard'; heard: Heard }
  | { kind: 'effect'; effect: Effect }
  /** The contact has this label now, or has it no more. */
  | { kind: 'label'; label: string; isOn: boolean }
  /** The session ended or failed. */
  | { kind: 'state'; state: string }

/** Plays the citizen, the clock, the people at the town hall and services, by whatever way to the flow. */
export interface Talker {
  say(text: string): Promise<Happening[]>
  tap(label: string): Promise<Happening[]>
  send(file: Omit<MediaFile, 'mediaId' | 'mime'>): Promise<Happening[]>
  place(place: Place): Promise<Happening[]>
  pass(minutes: number): Promise<Happening[]>
  /** Without a reference it is about the newest incident. */
  people(said: Omit<Extract<Cue, { kind: 'people' }>, 'kind'>): Promise<Happening[]>
  service(answer: Omit<Extract<Cue, { kind: 'service' }>, 'kind'>): Promise<Happening[]>
  /** Where the contact stands at the end; null when it cannot be seen. */
  state(): Promise<string | null>
}

function play(talker: Talker, cue: Cue): Promise<Happening[]> {
  switch (cue.kind) {
    case 'say':
      return talker.say(cue.text)
    case 'tap':
      return talker.tap(cue.label)
    case 'send':
      return talker.send({ kind: cue.media, name: cue.name, caption: cue.caption })
    case 'place':
      return talker.place(cue.place)
    case 'pass':
      return talker.pass(cue.minutes)
    case 'people':
      return talker.people(cue)
    case 'service':
      return talker.service(cue)
    case 'remark':
      return Promise.resolve([])
  }
}

/** What happened after each cue, and where it left the contact. */
export interface Replay {
  happenings: Happening[][]
  state: string | null
}

/** Plays a transcript to its end. */
export async function replay(transcript: Transcript, talker: Talker): Promise<Replay> {
  const happenings: Happening[][] = []
  for (const { cue } of transcript.cues) happenings.push(await play(talker, cue))
  return { happenings, state: await talker.state() }
}

/** A message of a flow as a phone shows it. */
export function heardOf(message: OutboundMessage): Heard {
  const { choices, media, link, place, asksPlace } = message
  const form = renderingOf(message)
  return {
    text: form === 'numbered' ? numberedText(message) : message.text,
    buttons: form === 'buttons' ? choices.map(({ label }) => label) : [],
    list: form === 'list' ? { label: message.listLabel ?? '', rows: choices } : null,
    media: media && { kind: media.kind, what: media.fileName ?? media.url ?? media.mediaId ?? '' },
    link,
    place,
    asksPlace,
  }
}
