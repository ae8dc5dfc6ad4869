import { newContact, newSession } from '@pregoner/shared'
import { expect, test } from 'vitest'
import type { InboundMessage } from '../channels/channel.ts'
import type { InboxItem } from '../stores/inbox-store.ts'
import { type ItemDeps, newConversation, readItem } from './items.ts'
import { createKeys } from './keys.ts'

const at = new Date('2026-11-23T10:00:00Z')
const channel = { key: 'vila', kind: 'whatsapp', town: 'vila', state: 'live' } as const
const secrets = {
  phoneNumberId: '1',
  displayNumber: null,
  accessToken: null,
  appSecret: null,
  verifyToken: null,
  windowTemplate: null,
  messagesPerSecond: 80,
}
const deps: ItemDeps = {
  keys: createKeys(Buffer.from('key')),
  channel: async () => null,
  now: () => at,
  contacts: { conversationsOf: async () => new Map(), forget: async () => 0, lead: async () => {} },
}
const message: InboundMessage = {
  kind: 'message',
  externalId: 'x',
  identities: [{ type: 'phone', value: '34600111222' }],
  name: 'Lu 🌸',
  at,
  reply: { kind: 'reply', text: 'hola', choiceId: null, media: [], place: null },
  files: [],
  isSilent: false,
}
const item: InboxItem = {
  ...{ _id: 'k', route: 'r', town: 'vila', channelId: 'vila', kind: 'message', identities: ['r'], payload: message },
  ...{ receivedAt: at, place: 0, st: 'pending', attempts: 0, failures: 0 },
}

test.each([
  ['the one of their app', null, 'Lu 🌸'],
  ['the one a flow has asked for', 'Lucía Pérez', 'Lucía Pérez'],
])('a person is called by %s', (_which, known, expected) => {
  const conversation = newConversation('vila:c', item, { ...channel, ...secrets }, deps)
  if (!conversation) throw new Error('no conversation')
  const before = newSession(newContact(known), 1)
  expect(readItem(item, conversation, deps).session(before).session.contact.name).toBe(expected)
})
