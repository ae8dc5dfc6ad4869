import type { Flow, FlowDraft } from '@pregoner/shared'
import { type Hit, replaceHits } from './find-texts.ts'

/** What became of one flow. */
export type FlowOutcome = { id: string; name: string } & (
  | { kind: 'replaced'; count: number; left: number; tooLong: number; before: Flow; after: Flow; rev: number }
  /** Somebody has changed the flow since it was read; nothing was written. */
  | { kind: 'stale'; by: string }
  | { kind: 'failed'; message: string }
)

/** How a save may end, told apart by whoever knows the API. */
export type SaveResult =
  | { kind: 'saved'; rev: number }
  | { kind: 'stale'; by: string }
  | { kind: 'failed'; message: string }

export interface Replacing {
  /** The drafts as they were when they were searched. */
  drafts: readonly FlowDraft[]
  hits: ReadonlyMap<string, readonly Hit[]>
  replacement: string
  save(flow: Flow, rev: number): Promise<SaveResult>
  onProgress(done: number): void
}

/** Replaces in flows that are not open, one after the other; a flow that has changed meanwhile is left as it is. */
export const replaceInFlows = async (replacing: Replacing): Promise<FlowOutcome[]> => {
  const { drafts, hits, replacement, save, onProgress } = replacing
  const outcomes: FlowOutcome[] = []
  for (const { flow: before, rev } of drafts) {
    const { id, name } = before
    const { flow, count, left, tooLong } = replaceHits(before, hits.get(id) ?? [], replacement)
    if (flow !== before) {
      const result = await save(flow, rev)
      const isSaved = result.kind === 'saved'
      outcomes.push({
        id,
        name,
        ...(isSaved ? { kind: 'replaced', count, left, tooLong, before, after: flow, rev: result.rev } : result),
      })
    }
    onProgress(outcomes.length)
  }
  return outcomes
}

export interface TakenBack {
  /** The flows as they were, with the rev they have now. */
  back: [Flow, rev: number][]
  /** Names of those that have been changed since, and stay as they are. */
  left: string[]
}

/** Puts the flows back as they were. */
export const takeBackInFlows = async (
  outcomes: readonly FlowOutcome[],
  save: Replacing['save'],
): Promise<TakenBack> => {
  const takenBack: TakenBack = { back: [], left: [] }
  for (const outcome of outcomes) {
    if (outcome.kind !== 'replaced') continue
    const result = await save(outcome.before, outcome.rev)
    if (result.kind === 'saved') takenBack.back.push([outcome.before, result.rev])
    else takenBack.left.push(outcome.name)
  }
  return takenBack
}
