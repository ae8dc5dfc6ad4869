import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FlowCounts, Passage } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginning, createPureTalker } from '../transcripts/pure-talker.ts'
import { type Replay, replay } from '../transcripts/talker.ts'
import { flowsFor } from '../transcripts/towns.ts'
import { parseTranscript } from '../transcripts/transcript.ts'
import { type ManualClock, manualClock } from '../whatsapp-double/index.ts'
import { createDoubleTalker } from './double-talker.ts'
import { startTownServer, type TownServer } from './town-server.ts'

const TOWN = 'manresa'
const AT = '2026-11-23 10:00'
const folder = fileURLToPath(new URL(`../transcripts/towns/${TOWN}`, import.meta.url))
const flows = flowsFor(parseTranscript(`# Any\ntown: ${TOWN}\n> hola\n`).settings, folder)

const read = (name: string) => parseTranscript(readFileSync(join(folder, `${name}.txt`), 'utf8'))

/** Conversations in which no time passes, by people who have never written before. */
const transcripts = [
  read('castella'),
  read('serveis-socials'),
  parseTranscript(`# Somebody is not understood\ntown: ${TOWN}\n> hola\n> xyzzy\n> 8\n> quin embolic\n> fanal\n`),
  parseTranscript(`# Somebody begins anew\ntown: ${TOWN}\n> incidència\n> xyzzy\n> 0\n> hola\n`),
]

let server: TownServer
let clock: ManualClock
beforeAll(async () => {
  clock = manualClock(beginning(AT, 'Europe/Madrid'))
  server = await startTownServer({ towns: [TOWN], clock, withPeople: true })
})
afterAll(() => server.close())

type Tally = Map<string, number>
const add = (tally: Tally, key: string) => tally.set(key, (tally.get(key) ?? 0) + 1)
const asObject = (tally: Tally) => Object.fromEntries([...tally].sort())

test('what the server counts is what the flows themselves have done', async () => {
  const expected = { exits: new Map(), here: new Map(), notUnderstood: new Map() } satisfies Record<string, Tally>
  const lostIn = ({ happenings }: Replay) =>
    happenings
      .flat()
      .flatMap(one => (one.kind === 'effect' && one.effect.kind === 'not_understood' ? [one.effect] : []))

  for (const [index, transcript] of transcripts.entries()) {
    const passages: Passage[] = []
    const settings = { ...transcript.settings, at: AT }
    const told = await replay(
      transcript,
      createPureTalker(flows, settings, passage => passages.push(passage)),
    )
    for (const { flowId, node, exit } of passages) if (exit !== null) add(expected.exits, `${flowId} ${node} ${exit}`)
    for (const { flowId, node } of lostIn(told)) add(expected.notUnderstood, `${flowId} ${node}`)
    const last = passages.at(-1)
    if (told.state?.startsWith('waiting') && last) add(expected.here, `${last.flowId} ${last.node}`)

    const person = server.double.person({ phone: `3460070${1000 + index}`, channel: `demo-${TOWN}` })
    await replay(transcript, await createDoubleTalker(server, TOWN, person, clock))
  }
  clock.advance(1_000)

  const counted = { exits: new Map(), here: new Map(), notUnderstood: new Map() } satisfies Record<string, Tally>
  for (const { id } of flows.published) {
    const span = { townKey: TOWN, flowId: id, from: new Date(0), to: clock.now(), fromVersion: 1 }
    const counts: FlowCounts = await server.runtime.stores.flowCounts.count(span, 'v1')
    for (const { node, exit, count } of counts.exits) counted.exits.set(`${id} ${node} ${exit}`, count)
    for (const { node, count } of counts.here) counted.here.set(`${id} ${node}`, count)
    for (const { node, count } of counts.notUnderstood) counted.notUnderstood.set(`${id} ${node}`, count)
    for (const { answered, left, seconds } of counts.waits) {
      expect(left).toBe(0)
      expect(seconds === null).toBe(answered === 0)
    }
  }
  expect(asObject(counted.exits)).toEqual(asObject(expected.exits))
  expect(asObject(counted.notUnderstood)).toEqual(asObject(expected.notUnderstood))
  expect(asObject(counted.here)).toEqual(asObject(expected.here))
  expect(expected.notUnderstood.size).toBeGreaterThan(0)
})
