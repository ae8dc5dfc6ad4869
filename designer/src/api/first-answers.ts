import type { FlowDraft } from '@pregoner/shared'
import { drawnFlow, pageOf } from '../page-of.ts'
import { readDraft } from './flows.ts'
import { queryClient } from './query-client.ts'
import { sessionQuery } from './session.ts'
import { townOverviewQuery } from './town.ts'

let first: { town: string; id: string; draft: FlowDraft } | null = null

/** Ends when what the page at an address asks for first is known, so that it is drawn in one go; never fails. */
export async function waitForFirstAnswers(pathname: string): Promise<void> {
  const page = pageOf(pathname)
  if (!page) return
  const flow = drawnFlow(page)
  const answers = [queryClient.prefetchQuery(sessionQuery), queryClient.prefetchQuery(townOverviewQuery(page.town))]
  if (flow) answers.push(keepDraft(page.town, flow))
  await Promise.allSettled(answers)
}

async function keepDraft(town: string, id: string): Promise<void> {
  first = { town, id, draft: await readDraft(town, id) }
}

/** The draft that was waited for, once: whoever comes back to the flow later asks anew. */
export function takeFirstDraft(town: string, id: string): FlowDraft | undefined {
  const taken = first?.town === town && first.id === id ? first.draft : undefined
  first = null
  return taken
}
