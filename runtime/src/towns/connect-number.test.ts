import { expect, test } from 'vitest'
import type { Channel } from '../stores/channel-store.ts'
import { connectNumber } from './connect-number.ts'

const blank = { kind: 'whatsapp', displayNumber: null, state: 'not_connected', pausedReason: null } as const

/** Channels in memory, whose every answer comes a turn later. */
function channelsOf(...all: Channel[]) {
  const turn = () => new Promise<void>(done => setTimeout(done, 1))
  return {
    all,
    async ofTown(townKey: string) {
      await turn()
      return all.filter(channel => channel.townKey === townKey).map(channel => ({ ...channel }))
    },
    async hasNumberElsewhere(key: string, phoneNumberId: string) {
      await turn()
      return all.some(channel => channel.key !== key && channel.phoneNumberId === phoneNumberId)
    },
    async change(townKey: string, key: string, fields: Partial<Channel>) {
      await turn()
      const channel = all.find(each => each.key === key && each.townKey === townKey)
      return channel ? Object.assign(channel, fields) : null
    },
  }
}

const given = { phoneNumberId: '700', displayNumber: '644', secrets: {} }

test('two towns that take one number at the same time do not both get it', async () => {
  const channels = channelsOf(
    { ...blank, key: 'alzira', townKey: 'alzira', phoneNumberId: null },
    { ...blank, key: 'empoli', townKey: 'empoli', phoneNumberId: '500' },
  )
  const tries = await Promise.allSettled([
    connectNumber(channels, 'alzira', 'alzira', given),
    connectNumber(channels, 'empoli', 'empoli', given),
  ])
  expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2)
  expect(channels.all.filter(({ phoneNumberId }) => phoneNumberId === '700').length).toBeLessThan(2)
  expect(channels.all[1]?.phoneNumberId).not.toBeNull()
})

test('a number that is this channel’s already may be entered again', async () => {
  const channels = channelsOf({ ...blank, key: 'alzira', townKey: 'alzira', phoneNumberId: '700' })
  expect(await connectNumber(channels, 'alzira', 'alzira', given)).toMatchObject({ displayNumber: '644' })
})
