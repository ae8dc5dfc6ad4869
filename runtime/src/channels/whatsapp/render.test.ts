import { type OutboundMessage, textMessage } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWhatsAppDouble, type WhatsAppDouble } from '../../../../test/whatsapp-double/index.ts'
import type { Channel } from '../channel.ts'
import { createWhatsAppAdapter } from './adapter.ts'
import { createGraph } from './graph.ts'
import { renderMessage, UnsendableMessage } from './render.ts'

const say = (text: string, more: Partial<OutboundMessage> = {}) => ({ ...textMessage(text, 'ca'), ...more })
const choices = (count: number, label = 'Opció') =>
  Array.from({ length: count }, (_, i) => ({ id: `menu~1~o${i + 1}`, label: `${label} ${i + 1}`, description: null }))
const place = { latitude: 41.72, longitude: 1.82, name: 'Plaça Major', address: 'Plaça Major, 1' }
const picture = { kind: 'image' as const, mediaId: null, url: 'https://vila.example/mapa.jpg', fileName: null }
const document = { kind: 'document' as const, mediaId: 'bases', url: null, fileName: 'bases.pdf' }

/** What each message becomes, and that the platform's own limits let it through. */
const shown: [string, OutboundMessage, string][] = [
  ['a text', say('Hola'), 'text'],
  ['three choices', say('Tria', { choices: choices(3) }), 'button'],
  ['four choices', say('Tria', { choices: choices(4) }), 'list'],
  ['ten choices', say('Tria', { choices: choices(10) }), 'list'],
  ['eleven choices', say('Tria', { choices: choices(11) }), 'text'],
  ['three choices with long labels', say('Tria', { choices: choices(3, 'Recollida de trastos') }), 'list'],
  ['a label longer than a row', say('Tria', { choices: choices(2, 'Recollida de trastos i ecoparc') }), 'text'],
  ['three choices under a long text', say('a'.repeat(2_000), { choices: choices(3) }), 'list'],
  ['a list label that is too long', say('Tria', { choices: choices(5), listLabel: 'a'.repeat(30) }), 'list'],
  ['a link', say('Més informació', { link: { label: 'Obre', url: 'https://vila.example' } }), 'cta_url'],
  ['a link with a long label', say('Mira', { link: { label: 'a'.repeat(21), url: 'https://vila.example' } }), 'text'],
  ['a place', say('', { place }), 'location'],
  ['a place known by its address', say('', { place: { ...place, latitude: null, longitude: null } }), 'text'],
  ['a question for a place', say('On és?', { asksPlace: true }), 'location_request_message'],
  ['a picture by address', say('El mapa', { media: picture }), 'image'],
  ['a document of the town', say('Les bases', { media: document }), 'document'],
  ['a template', say('', { template: { name: 'resposta', languageCode: 'ca', parameters: ['MAN-1\n2'] } }), 'template'],
]

const channel: Channel = {
  key: 'vila',
  kind: 'whatsapp',
  town: 'vila',
  state: 'live',
  phoneNumberId: '700100200300400',
  displayNumber: '34910000001',
  accessToken: 'token',
  appSecret: 'secret',
  verifyToken: null,
  windowTemplate: null,
  messagesPerSecond: 80,
}

let double: WhatsAppDouble
beforeAll(async () => {
  double = await startWhatsAppDouble({
    channels: [
      {
        phoneNumberId: '700100200300400',
        displayNumber: '34910000001',
        appSecret: 'secret',
        accessToken: 'token',
        webhookUrl: 'http://127.0.0.1:9/',
      },
    ],
    retryDelaysMs: [],
  })
  double.template({
    name: 'resposta',
    language: 'ca',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Sobre {{1}}.' }],
  })
})
afterAll(() => double.close())

test.each(shown)('%s reaches the phone', async (_name, message, type) => {
  const graph = createGraph({ apiUrl: double.url, version: 'v25.0', authHeader: 'authorization' })
  const file = async () => ({ bytes: Buffer.from('%PDF-1.4\n%%EOF'), mime: 'application/pdf', name: 'bases.pdf' })
  const person = double.person({ phone: '34600111222' })
  await person.sends('hola')
  const result = await createWhatsAppAdapter({ graph, file }).send(channel, {
    effectId: 'c:1:0',
    to: { type: 'phone', value: '34600111222' },
    message,
  })
  await double.settled()
  expect(result.kind).toBe('accepted')
  expect(person.inbox.at(-1)?.type).toBe(type)
})

test.each([
  ['nothing', say('')],
  ['a text over 4,096 characters', say('a'.repeat(4_097))],
  ['a caption over 1,024 characters', say('a'.repeat(1_025), { media: picture })],
])('%s is never cut: it fails', (_name, message) => {
  expect(() => renderMessage(message, null)).toThrow(UnsendableMessage)
})
