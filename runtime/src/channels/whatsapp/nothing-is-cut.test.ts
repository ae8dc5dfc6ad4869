import { demoTowns } from '@pregoner/seeds'
import {
  type Choice,
  compile,
  jump,
  MAX_LIST_LABEL_CHARS,
  newContact,
  newSession,
  nodeDefinition,
  type OutboundMessage,
  splitLong,
  textMessage,
} from '@pregoner/shared'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderMessage } from './render.ts'

const now = new Date('2026-11-23T09:00:00Z')

/** What a person sees of a send call, in order. */
function shown(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return key === 'id' || key === 'type' ? [] : [inner]
    return shown(inner)
  })
}

const solid = (text: string) => text.normalize().replace(/\s+/g, '')

/** What the citizen should read of a message, wording by wording. */
const toRead = ({ text, choices, link, place, listLabel }: OutboundMessage): string[] =>
  [
    text,
    ...choices.flatMap(({ label, description }) => [label, description ?? '']),
    ...(link ? [link.label, link.url] : []),
    ...(place ? [place.name ?? '', place.address ?? ''] : []),
  ].filter(wording => wording.trim() !== '' && wording !== listLabel)

const sendingOf = (message: OutboundMessage) => splitLong(message).map(piece => renderMessage(piece, null))

/** All of it, in one of the calls or going on from one to the next. */
function expectWhole(message: OutboundMessage) {
  const sent = solid(sendingOf(message).flatMap(shown).join('\n'))
  for (const wording of toRead(message)) expect(sent.includes(solid(wording)) || wording).toBe(true)
}

const scripts = [
  'Sol·licitud',
  'açò',
  'perché',
  'niño',
  '¿',
  '🏳️‍🌈',
  '👩‍🚒',
  'العربية',
  '中文',
  'è',
  '*',
  '\n',
  '1.',
  '{{',
]
const wording = (maxLength: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...scripts), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength })
    .map(parts => parts.join(' '))
    .filter(text => solid(text) !== '')
const long = fc.tuple(wording(6), fc.integer({ min: 1, max: 90 })).map(([text, times]) => text.repeat(times))
const body = fc.oneof(wording(20), long)
const choice = (index: number): fc.Arbitrary<Choice> =>
  fc.record({
    id: fc.constant(`menu~n~1~o${index}`),
    label: fc.oneof(wording(2), wording(8)),
    description: fc.option(fc.oneof(wording(6), wording(40))),
  })
const choices = fc
  .integer({ min: 0, max: 50 })
  .chain(count => fc.tuple(...Array.from({ length: count }, (_, i) => choice(i))))

test('every character of any menu reaches the phone, whatever form it takes', () => {
  fc.assert(
    fc.property(body, choices, fc.option(wording(3)), (text, offered, listLabel) => {
      expectWhole({ ...textMessage(text, 'ca'), choices: offered, listLabel })
    }),
    { numRuns: 150, interruptAfterTimeLimit: 10_000 },
  )
})

test('every character said with a file, a link or a place reaches the phone', () => {
  const media = fc.record({
    kind: fc.constantFrom('image', 'document', 'audio', 'video'),
    mediaId: fc.constant(null),
    url: fc.constant('https://vila.example/a'),
    fileName: fc.constant('bases.pdf'),
  })
  const link = fc.record({ label: wording(6), url: fc.constant('https://vila.example/cita') })
  fc.assert(
    fc.property(body, fc.option(media), fc.option(link), fc.boolean(), (text, file, button, asksPlace) => {
      expectWhole({ ...textMessage(text, 'es'), media: file, link: button, asksPlace: asksPlace && !file && !button })
    }),
    { numRuns: 150, interruptAfterTimeLimit: 10_000 },
  )
})

test.each(demoTowns(now).map(demo => [demo.town.key, demo] as const))(
  'every text of %s reaches the phone in every language',
  (_key, { town, flows }) => {
    for (const flow of flows) {
      const version = compile({ flowId: flow.id, version: 1, flow, subflows: [] }, town)
      const steps = flow.nodes.filter(({ type }) => nodeDefinition(type)?.texts)
      for (const language of flow.languages) {
        for (const { id } of steps) {
          const contact = { ...newContact('Joana'), language }
          const { effects } = jump(version, newSession(contact, 1), id, now)
          const said = effects.flatMap(effect => (effect.kind === 'send_message' ? [effect.message] : []))
          for (const message of said) {
            expectWhole(message)
            expect((message.listLabel ?? '').length).toBeLessThanOrEqual(MAX_LIST_LABEL_CHARS)
          }
        }
      }
    }
  },
)
