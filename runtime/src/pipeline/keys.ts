import { createHmac } from 'node:crypto'
import type { Identity } from '../channels/channel.ts'

const KEY_BYTES = 24

/** Derives keys from names that hold personal data, so that no phone number is ever an id or stands in a log. */
export type Keys = ReturnType<typeof createKeys>

export function createKeys(secret: Buffer) {
  const digest = (...parts: string[]) =>
    createHmac('sha256', secret).update(parts.join('|')).digest().subarray(0, KEY_BYTES).toString('base64url')
  return {
    /** The inbox key of a platform's item: a redelivery gets the same one. */
    inbox: (channelId: string, kind: string, externalId: string) => digest('inbox', channelId, kind, externalId),
    identity: (channelId: string, { type, value }: Identity) => digest('identity', channelId, type, value),
    /**
     * The contact a person is when first seen by this identity: concurrent creation cannot make two. Whoever was
     * forgotten so many `times` is somebody new, whom nothing that is left leads to.
     */
    contact: (identityKey: string, times = 0) =>
      times === 0 ? digest('contact', identityKey) : digest('contact', identityKey, String(times)),
    /** All that is kept of a conversation that was erased: it tells that it was, and not whose it was. */
    erased: (convId: string) => digest('erased', convId),
    media: (channelId: string, platformId: string) => digest('media', channelId, platformId),
    /** First number of a conversation's own sequence. */
    seed: (convId: string) => createHmac('sha256', secret).update(`seed|${convId}`).digest().readInt32LE(0),
    /** For logs: tells conversations apart without telling who they are. */
    short: (text: string) => digest('log', text).slice(0, 10),
  }
}
