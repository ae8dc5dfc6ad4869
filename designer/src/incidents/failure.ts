export type Failure = 'window' | 'unreachable' | 'unwanted' | 'late' | 'template' | 'file' | 'refused'

// Cloud API error codes that concern one message.
const byCode: Record<number, Failure> = {
  131047: 'window',
  131026: 'unreachable',
  131062: 'unreachable',
  130472: 'unwanted',
  131049: 'unwanted',
  131050: 'unwanted',
  131051: 'file',
  131052: 'file',
  131053: 'file',
}

/** Reads why an answer was not delivered, a code and the platform's words: `131047 Re-engagement message`. */
export function failureOf(failure: string): { failure: Failure; code: string } {
  const code = /^\d+/.exec(failure)?.[0] ?? '–'
  if (failure.endsWith(' too late')) return { failure: 'late', code }
  if (code.startsWith('132')) return { failure: 'template', code }
  return { failure: byCode[Number(code)] ?? 'refused', code }
}
