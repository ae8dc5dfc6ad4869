import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { phrase, townDateTime } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginning, createPureTalker } from '../transcripts/pure-talker.ts'
import { type Heard, type Replay, replay, type Talker } from '../transcripts/talker.ts'
import { flowsFor } from '../transcripts/towns.ts'
import { type Cue, parseTranscript, type Transcript } from '../transcripts/transcript.ts'
import { type ManualClock, manualClock } from '../whatsapp-double/index.ts'
import { createChatTalker } from './chat-talker.ts'
import { createDoubleTalker } from './double-talker.ts'
import { startTownServer, type TownServer } from './town-server.ts'

const folder = fileURLToPath(new URL('../transcripts/towns', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.txt'))
  // Handing a dialogue back unattended has no button at the desk; the pure replay covers it. A neighbour's report needs
  // the neighbour: same-report.test.ts has both of them.
  .filter(name => !/^(\* unattended|\$ service ok)/m.test(readFileSync(join(folder, name), 'utf8')))
  .sort()

/** References are drawn anew in every conversation, files have other names on every way, and only a server has an address. */
const REFERENCE = /\b[A-Z]{3}-[0-9A-Z]{7}\b/g
const ADDRESS = /https?:\/\/[\w.:]+(?=\/track\/)/g
const comparable = ({ media, list, ...heard }: Heard) => ({
  ...heard,
  rows: list?.rows.map(({ label, description }) => ({ label, description })) ?? null,
  media: media?.kind ?? null,
  text: heard.text.replace(REFERENCE, 'REFERENCE').replace(ADDRESS, ''),
})

const INTRODUCED_BEFORE_MS = 7 * 86_400_000

/** How somebody whose language is known at the beginning made it known, some days before. */
const introduction = (language: string | null): Transcript['cues'] => {
  if (language === null) return []
  const chosen: Cue[] = [
    { kind: 'say', text: 'hola' },
    { kind: 'say', text: language === 'ca' ? '1' : '2' },
    { kind: 'pass', minutes: INTRODUCED_BEFORE_MS / 60_000 },
  ]
  return chosen.map(cue => ({ cue, lines: [] }))
}

/**
 * What the server says by itself about a citizen's data has a link of its own time, and the last words of a flow may be
 * cancelled by the order to forget: neither is the flow's, and tests of their own hold both.
 */
const aboutData = (['data_link', 'data_erased', 'erasure_requested'] as const).flatMap(name =>
  (['ca', 'es', 'it', 'en'] as const).map(language => phrase(name, language, language).split('{')[0] ?? ''),
)
const isAboutData = ({ text }: Heard) => aboutData.some(words => text.startsWith(words))

/** Somewhere else in the town, so that nobody is asked about what was reported in an earlier replay. */
const elsewhere = (cues: Transcript['cues'], degrees: number): Transcript['cues'] =>
  cues.map(({ cue, lines }) => {
    if (cue.kind !== 'place' || cue.place.latitude === null) return { cue, lines }
    return { cue: { ...cue, place: { ...cue.place, latitude: cue.place.latitude + degrees } }, lines }
  })

/** What is heard after each cue; what our own server looked up by itself belongs to the cue that made it do so. */
function heardIn({ happenings }: Replay, { cues }: Transcript) {
  const heard: ReturnType<typeof comparable>[][] = []
  for (const [index, after] of happenings.entries()) {
    const said = after.flatMap(one => (one.kind === 'heard' && !isAboutData(one.heard) ? [comparable(one.heard)] : []))
    const before = cues[index]?.cue.kind === 'service' ? heard.pop() : undefined
    heard.push([...(before ?? []), ...said])
  }
  return heard
}

/** The transcripts of one town, over WhatsApp's protocol and over the web chat, message by message. */
export function describeTown(town: string): void {
  const own = files.filter(name => name.startsWith(`${town}/`))
  let server: TownServer
  let clock: ManualClock
  let people = 0
  let replays = 0

  beforeAll(async () => {
    clock = manualClock(beginning('2026-11-23 10:00', 'Europe/Madrid'))
    server = await startTownServer({ towns: [town], clock, withPeople: true })
  })
  afterAll(() => server.close())

  async function compare(name: string, talkerOf: () => Promise<Talker>): Promise<void> {
    const path = join(folder, name)
    const transcript = parseTranscript(readFileSync(path, 'utf8'))
    const { settings } = transcript
    const flows = flowsFor({ ...settings, at: '2026-11-23 10:00' }, dirname(path))
    const cues = elsewhere(transcript.cues, ++replays / 100)
    const told = { ...transcript, cues: [...introduction(settings.language), ...cues] }
    const start = beginning(settings.at, flows.town.timeZone).getTime() - (settings.language ? INTRODUCED_BEFORE_MS : 0)
    const at = townDateTime(new Date(start), flows.town.timeZone)
    const strangers = { ...settings, at: `${at.date} ${at.time}`, language: null, name: null }
    const expected = await replay(told, createPureTalker(flows, strangers))
    clock.set(new Date(start))
    // Everybody finds the offices free, as in a conversation of its own.
    await server.runtime.stores.appointmentSlots.clearBefore(new Date('2100-01-01'))
    const played = await replay(told, await talkerOf())
    expect(heardIn(played, told)).toEqual(heardIn(expected, told))
  }

  test.each(own)('%s over WhatsApp', async name => {
    const person = server.double.person({
      phone: `346001${String(++people).padStart(5, '0')}`,
      channel: `demo-${town}`,
    })
    await compare(name, () => createDoubleTalker(server, town, person, clock))
  })

  test.each(own)('%s over the web chat', async name => {
    await compare(name, () => createChatTalker(server, town, clock))
  })
}
