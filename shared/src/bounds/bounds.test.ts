import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoTowns } from '@pregoner/seeds'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPureTalker } from '../../../test/transcripts/pure-talker.ts'
import { replay } from '../../../test/transcripts/talker.ts'
import { flowsFor, publishAll } from '../../../test/transcripts/towns.ts'
import { parseTranscript } from '../../../test/transcripts/transcript.ts'
import { newContact } from '../contact.ts'
import { type Advance, step } from '../engine.ts'
import { type NodeInput, replyOf } from '../input.ts'
import { newSession, type Session } from '../session.ts'
import { conversationBounds } from './index.ts'

const now = new Date('2026-11-23T09:00:00Z')
const towns = demoTowns(now)
const flows = Object.fromEntries(
  towns.flatMap(({ town, flows: all }) =>
    all.map(flow => {
      const others = all.filter(other => other !== flow)
      const compiled = publishAll(town, all).published.find(({ id }) => id === flow.id)
      return [
        `${town.key} ${flow.id}`,
        { town, flow, compiled, bounds: conversationBounds(flow, town, others) },
      ] as const
    }),
  ),
)

const words = [
  '1',
  '2',
  '3',
  '0',
  'sí',
  'no',
  'xyzzy',
  'Forat al carrer',
  'a@vila.cat',
  '600123123',
  '2026-12-01',
  'més',
]
const photo = { mediaId: 'p', kind: 'image' as const, mime: 'image/jpeg', name: null, caption: null }
const place = { latitude: 41.7, longitude: 1.8, name: null, address: null }

/** Something that may happen to a session that waits; the same number always stands for the same. */
function happening(session: Session, offered: readonly string[], wish: number, isTapping: boolean): NodeInput {
  const { wait, turn } = session
  const messageId = `m${turn}`
  if (wait?.kind === 'effect') return { kind: 'effect_result', turn: wait.turn, ok: wish % 2 === 0, values: {} }
  if (wait?.kind === 'delay') return { kind: 'timeout', turn: wait.turn }
  if (wait?.kind === 'people') return { kind: 'timeout', turn: wait.turn }
  const tapped = offered[wish % Math.max(1, offered.length)]
  if (tapped !== undefined && (isTapping || wish % 3 > 0)) return replyOf({ messageId, choiceId: tapped, text: '' })
  if (wish % 17 === 0) return { kind: 'timeout', turn: wait?.turn ?? 0 }
  if (wish % 5 === 0) return replyOf({ messageId, media: [photo] })
  if (wish % 7 === 0) return replyOf({ messageId, place })
  return replyOf({ messageId, text: words[wish % words.length] ?? '' })
}

const sends = ({ effects }: Advance) =>
  effects.flatMap(effect => (effect.kind === 'send_message' ? effect.message : []))

describe('no conversation of the demo towns says more than its bound', () => {
  test('from any start, whatever people say, until they come to a step again', () => {
    const wishes = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 25 })
    let turns = 0
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(flows)), fc.nat(10), wishes, fc.nat(), (name, at, said, seed) => {
        const found = flows[name]
        const start = found?.bounds?.starts[at % found.bounds.starts.length]
        if (!found?.compiled || !start) throw new Error(`${name} has no bounds`)
        const endless = new Set(start.endless)
        const passed = new Set<string>()
        let session = newSession({ ...newContact('Núria'), language: null }, seed)
        let told = 0
        let hasAskedAgain = false
        const take = (advance: Advance) => {
          const stood = session.wait?.node
          for (const { flowId, node, exit } of advance.trace) {
            const isSame = node === stood || exit === 'returned'
            if (passed.has(`${flowId} ${node}`) && !isSame) return false
            passed.add(`${flowId} ${node}`)
          }
          hasAskedAgain ||= advance.session.wait?.node === stood && sends(advance).length > 0
          session = advance.session
          told += sends(advance).length
          expect(told).toBeLessThanOrEqual(start.most.messages)
          if (!hasAskedAgain) expect(told).toBeLessThanOrEqual(start.usual.messages)
          turns++
          return session.status === 'waiting'
        }
        let last = step(
          found.compiled,
          session,
          { kind: 'start', flowId: found.flow.id, node: start.node, answers: {} },
          now,
        )
        let offered: string[] = []
        for (let turn = 0; take(last) && turn < said.length; turn++) {
          const choices = sends(last).flatMap(message => message.choices.map(({ id }) => id))
          if (choices.length > 0 || sends(last).length > 0) offered = choices
          const node = session.wait?.node ?? ''
          const isStuck =
            endless.has(node) || (found.flow.nodes.find(({ id }) => id === node)?.config.confirm ?? false) === true
          last = step(found.compiled, session, happening(session, offered, said[turn] ?? 0, isStuck), now)
        }
      }),
      { numRuns: 1_500 },
    )
    expect(turns).toBeGreaterThan(3_000)
  })

  const folder = fileURLToPath(new URL('../../../test/transcripts/towns', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.txt'))
  test.each(files)('in any turn of %s', async file => {
    const path = join(folder, file)
    const transcript = parseTranscript(readFileSync(path, 'utf8'))
    const all = flowsFor(transcript.settings, dirname(path))
    const limits = all.published.map(({ flow }) => {
      const others = all.published.flatMap(other => (other.flow === flow ? [] : other.flow))
      return conversationBounds(flow, all.town, others)?.turn ?? Number.POSITIVE_INFINITY
    })
    const { happenings } = await replay(transcript, createPureTalker(all, transcript.settings))
    const heard = happenings.map((one, index) =>
      transcript.cues[index]?.cue.kind === 'people' || transcript.cues[index]?.cue.kind === 'pass'
        ? 0
        : one.filter(({ kind }) => kind === 'heard').length,
    )
    expect(Math.max(...heard)).toBeLessThanOrEqual(Math.max(...limits, 1))
    expect(heard.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(heard.length * Math.max(...limits, 1))
  })
})
