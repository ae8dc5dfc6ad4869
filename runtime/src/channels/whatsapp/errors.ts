/**
 * What to do about an error code of the Cloud API. Meanings from Meta's error table as of 2026; `retry` may have been
 * sent, `later` surely was not.
 */
export type ErrorAction = 'halt' | 'retry' | 'later_channel' | 'later_person' | 'drop'

export interface ErrorMeaning {
  action: ErrorAction
  /** First pause before another try. */
  afterMs: number
}

const MINUTE = 60_000

const groups: { codes: number[]; meaning: ErrorMeaning }[] = [
  {
    // token, permissions, account, payment, registration: nothing can be sent until a person acts
    codes: [0, 3, 10, 33, 190, 368, 131005, 131031, 131037, 131042, 131045, 131048, 131064, 133010],
    meaning: { action: 'halt', afterMs: MINUTE },
  },
  // throughput and call limits: the whole channel slows down
  { codes: [4, 80007, 130429, 133016], meaning: { action: 'later_channel', afterMs: 5_000 } },
  { codes: [131057, 2494100, 133004], meaning: { action: 'later_channel', afterMs: MINUTE } },
  // one person only
  { codes: [131056], meaning: { action: 'later_person', afterMs: 1_000 } },
  // may or may not have gone out
  { codes: [1, 2, 131000, 131016], meaning: { action: 'retry', afterMs: MINUTE } },
]

const byCode = new Map(groups.flatMap(({ codes, meaning }) => codes.map(code => [code, meaning] as const)))

/** Every other code concerns this one message: wrong value, unreachable person, closed window. */
export function meaningOf(code: number): ErrorMeaning {
  if (code >= 200 && code <= 299) return { action: 'halt', afterMs: MINUTE }
  return byCode.get(code) ?? { action: 'drop', afterMs: 0 }
}
