import type { ChannelStore } from '../stores/channel-store.ts'
import type { Channel } from './channel.ts'

const FRESH_MS = 2_000 // other processes change channels too

export type Channels = ReturnType<typeof createChannels>

/** Channels with their secrets opened, read anew every few seconds. */
export function createChannels(store: ChannelStore, now: () => Date) {
  const cache = new Map<string, { channel: Channel | null; at: number }>()

  async function load(key: string): Promise<Channel | null> {
    const stored = await store.byKey(key)
    if (!stored) return null
    const { townKey, pausedReason: _, ...channel } = stored
    return { ...channel, town: townKey, ...(await store.secrets(key)) }
  }

  async function get(key: string): Promise<Channel | null> {
    const known = cache.get(key)
    if (known && now().getTime() - known.at < FRESH_MS) return known.channel
    const channel = await load(key)
    // An unknown key is not remembered: anybody could fill the memory with them.
    if (channel) cache.set(key, { channel, at: now().getTime() })
    else cache.delete(key)
    return channel
  }

  return {
    get,
    /** The town's web chat; null when it has none. */
    async webChatOf(townKey: string): Promise<Channel | null> {
      const stored = (await store.ofTown(townKey)).find(({ kind }) => kind === 'webchat')
      return stored ? get(stored.key) : null
    },
    /** Stops sending on a channel until an administrator lets it run again. */
    async pause(channel: Channel, reason: string): Promise<void> {
      await store.change(channel.town, channel.key, { state: 'paused', pausedReason: reason })
      cache.delete(channel.key)
    },
    forget: (key: string) => cache.delete(key),
  }
}
