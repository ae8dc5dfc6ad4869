import type { HearingStore } from '../stores/hearing-store.ts'

const PAUSE_MS = 30_000 // what arrives every second need not be written down every second

/** What of a webhook may be wrong although its address is right. */
export type Refused = 'verify_token' | 'signature' | 'number'
export type Refusals = { [What in Refused]: Date | null }

/**
 * Remembers when the platform verified a channel's address, when a signed webhook last came, and when something had to
 * be turned away. The last only in memory: strangers can cause it, and what they send is stored nowhere.
 */
export function createHearings(store: Pick<HearingStore, 'heard'>, now: () => Date) {
  const lastSigned = new Map<string, number>()
  const turnedAway = new Map<string, Refusals>()
  return {
    heard(what: 'verified' | 'signed', channelKey: string): void {
      const at = now()
      if (what === 'signed') {
        if (Math.abs(at.getTime() - (lastSigned.get(channelKey) ?? 0)) < PAUSE_MS) return
        lastSigned.set(channelKey, at.getTime())
      }
      // The next one writes it down as well, if this cannot be.
      store.heard(channelKey, what, at).catch(() => lastSigned.delete(channelKey))
    },

    /** `channelKey` is an existing channel's: a memory of whatever strangers name would have no end. */
    refused(what: Refused, channelKey: string): void {
      turnedAway.set(channelKey, { ...refusalsOf(channelKey), [what]: now() })
    },

    refusalsOf,
  }

  function refusalsOf(channelKey: string): Refusals {
    return turnedAway.get(channelKey) ?? { verify_token: null, signature: null, number: null }
  }
}
