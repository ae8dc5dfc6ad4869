const MINUTE = 60_000
const SOON_MINUTES = 120

export type AnswerWindow =
  | { kind: 'none' }
  | { kind: 'over' }
  | { kind: 'open' | 'soon'; hours: number; minutes: number }

/** How long a free answer can still be sent; a channel without a window never closes. */
export function answerWindow(windowEndsAt: string | null, now: Date): AnswerWindow {
  if (windowEndsAt === null) return { kind: 'none' }
  const left = Math.floor((new Date(windowEndsAt).getTime() - now.getTime()) / MINUTE)
  if (left < 1) return { kind: 'over' }
  return { kind: left <= SOON_MINUTES ? 'soon' : 'open', hours: Math.floor(left / 60), minutes: left % 60 }
}
