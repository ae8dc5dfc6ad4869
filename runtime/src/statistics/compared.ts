import type { Compared, understandingOf } from '@pregoner/shared'
import type { AnsweredBy } from '../stores/given-answer-store.ts'
import { createTurnTaking } from '../turn-taking.ts'

const MAX_MS = 5_000 // of the process's time; a pattern may take half a second for one answer

/**
 * Compares what answers led to with where a changed step would take them now, without keeping the process from other
 * work. `isCut` when that takes too long for all of them.
 */
export async function compared(
  answers: readonly AnsweredBy[],
  goes: ReturnType<typeof understandingOf>,
  shown: (text: string) => string,
  maxMs = MAX_MS,
): Promise<{ answers: Compared[]; isCut: boolean }> {
  const known = new Map<string, string | null | undefined>()
  const turns = createTurnTaking()
  const all: Compared[] = []
  for (const { exit, ...answer } of answers) {
    if ((await turns.pause()) > maxMs) return { answers: all, isCut: true }
    const said = JSON.stringify([answer.text, answer.language, answer.media.length, answer.place])
    if (!known.has(said)) known.set(said, goes(answer))
    const to = known.get(said)
    all.push({ text: shown(answer.text), from: exit, to: to === undefined ? exit : to })
  }
  return { answers: all, isCut: false }
}
