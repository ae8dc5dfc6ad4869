import type { ChannelStore } from '../stores/channel-store.ts'
import type { Channel } from './channel.ts'

const FRESH_MS = 2_000 // other processes change channels too
const STANDARD_PER_SECOND = 80 // WhatsApp's throughput of a number that was not upgraded

export type Channels = ReturnType<typeof createChannels>

/** Channels with their secrets opened, read anew every few seconds. */
export function createChannels(store: ChannelStore, now: () => Date) {
  const cache = new Map<string, { channel: Promise<Channel | null>; at: number }>()

  async function load(key: string): Promise<Channel | null> {
    const stored = await store.byKey(key)
    if (!stored) return null
    const { kind, townKey: town, state, phoneNumberId, displayNumber, windowTemplate = null } = stored
    const messagesPerSecond = stored.messagesPerSecond ?? STANDARD_PER_SECOND
    return {
      ...{ key, kind, town, state, phoneNumberId, displayNumber, windowTemplate, messagesPerSecond },
      ...(await store.secrets(key)),
    }
  }

  /** Many ask at once; the first one's question answers them all. */
  function get(key: string): Promise<Channel | null> {
    const known = cache.get(key)
    if (known && Math.abs(now().getTime() - known.at) < FRESH_MS) return known.channel
    const channel = load(key)
    cache.set(key, { channel, at: now().getTime() })
    // Neither a failure nor an unknown key is remembered: anybody could fill the memory with those.
    const forgetIfMissing = (found: Channel | null) => {
      if (!found && cache.get(key)?.channel === channel) cache.delete(key)
    }
    channel.then(forgetIfMissing, () => forgetIfMissing(null))
    return channel
  }

  return {
    get,
    /** As it is stored now, for whoever has just changed it. */
    fresh: load,
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
  }
}
