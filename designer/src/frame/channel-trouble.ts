/** Why a channel stopped by itself, as far as an officer can do something about it. */
export type Trouble = 'token' | 'permission' | 'payment' | 'blocked' | 'quality' | 'number' | 'unknown'

// Cloud API error codes after which nothing can be sent until a person acts.
const codes: [Trouble, number[]][] = [
  ['token', [0, 190]],
  ['permission', [3, 10, 33, 131005]],
  ['payment', [131042]],
  ['blocked', [368, 131031]],
  ['quality', [131048, 131064]],
  ['number', [131037, 131045, 133010]],
]

/** Reads the reason kept with a paused channel, a code and the platform's words: `190 Session has expired`. */
export function troubleOf(pausedReason: string): { trouble: Trouble; code: string | null } {
  const code = /^\d+/.exec(pausedReason)?.[0] ?? null
  if (code === null) return { trouble: 'unknown', code }
  const number = Number(code)
  const known = codes.find(([, all]) => all.includes(number))?.[0]
  return { trouble: known ?? (number >= 200 && number <= 299 ? 'permission' : 'unknown'), code }
}
