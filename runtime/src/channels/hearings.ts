import type { HearingStore } from '../stores/hearing-store.ts'

const PAUSE_MS = 30_000 // what arrives every second need not be written down every second

/** Remembers when the platform verified a channel's address, and when a signed webhook last came. */
export function createHearings(store: Pick<HearingStore, 'heard'>, now: () => Date) {
  const lastSigned = new Map<string, number>()
  return (what: 'verified' | 'signed', channelKey: string): void => {
    const at = now()
    if (what === 'signed') {
      if (Math.abs(at.getTime() - (lastSigned.get(channelKey) ?? 0)) < PAUSE_MS) return
      lastSigned.set(channelKey, at.getTime())
    }
    // The next one writes it down as well, if this cannot be.
    store.heard(channelKey, what, at).catch(() => lastSigned.delete(channelKey))
  }
}
