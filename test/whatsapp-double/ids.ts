/** Answers numbers from 0 to below 1, the same series for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const DIGITS = '0123456789'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Every identifier the double hands out, shaped like Meta's. */
export interface Ids {
  wamid(): string
  mediaId(): string
  bsuid(country: string): string
  trace(): string
  token(length: number): string
}

export function createIds(random: () => number): Ids {
  const draw = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
  return {
    wamid: () => `wamid.HBgL${draw(LETTERS, 42)}==`,
    mediaId: () => `1${draw(DIGITS, 15)}`,
    bsuid: country => `${country}.1${draw(DIGITS, 15)}`,
    trace: () => `A${draw(LETTERS, 22)}`,
    token: length => draw(LETTERS, length),
  }
}
