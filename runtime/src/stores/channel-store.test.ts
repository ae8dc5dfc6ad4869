import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { createSecrets } from '../secrets/secrets.ts'
import type { Channel, ChannelStore } from './channel-store.ts'
import { createChannelStore } from './channel-store.ts'

let database: TestDatabase
let channels: ChannelStore
const whatsapp: Channel = {
  key: 'vila',
  kind: 'whatsapp',
  townKey: 'vila',
  phoneNumberId: 'demo-vila',
  displayNumber: '644 000 000',
  state: 'live',
  pausedReason: null,
}

beforeAll(async () => {
  database = await openTestDatabase()
  channels = createChannelStore(database.connection, createSecrets([Buffer.alloc(32, 7)]))
  await database.createIndexes()
  await channels.save(whatsapp, { accessToken: 'EAAG-canary', appSecret: 'app-canary' })
})
afterAll(() => database.close())

test('secrets open for the adapter and are nowhere in clear in the database', async () => {
  expect(await channels.secrets('vila')).toEqual({
    accessToken: 'EAAG-canary',
    appSecret: 'app-canary',
    verifyToken: null,
  })
  const stored = await database.connection.collection('channels').find().toArray()
  expect(JSON.stringify(stored)).not.toContain('canary')
  expect(await channels.byKey('vila')).toEqual(whatsapp)
})

test('a change keeps the secrets it does not name', async () => {
  await channels.change('vila', 'vila', { displayNumber: '644 111 111' }, { verifyToken: 'verify-me-please' })
  expect(await channels.secrets('vila')).toEqual({
    accessToken: 'EAAG-canary',
    appSecret: 'app-canary',
    verifyToken: 'verify-me-please',
  })
})

test('another town cannot change it', async () => {
  expect(await channels.change('poble', 'vila', { state: 'paused' })).toBeNull()
  expect((await channels.byKey('vila'))?.state).toBe('live')
  expect(await channels.ofTown('poble')).toEqual([])
})
