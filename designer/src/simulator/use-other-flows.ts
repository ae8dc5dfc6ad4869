import { type Flow, nodeDefinition } from '@pregoner/shared'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { flowsKey, readDraft } from '../api/flows.ts'

const MAX_FLOWS = 20 // a town has a handful; a guard against flows that call one another without end

/** Ids of the flows a flow calls. */
const calledBy = (flow: Flow): string[] =>
  flow.nodes.flatMap(({ type, config }) => {
    const definition = nodeDefinition(type)
    const parsed = definition?.config.safeParse(config)
    const references = definition && parsed?.success ? (definition.refers?.(parsed.data) ?? []) : []
    return references.flatMap(({ kind, id }) => (kind === 'flow' && id !== '' ? [id] : []))
  })

/** The drafts of the flows this one calls, and of those they call, as far as they are loaded. */
export function useOtherFlows(townKey: string, flow: Flow, given: readonly Flow[] | undefined): readonly Flow[] {
  const called = given ? [] : calledBy(flow)
  const first = useDrafts(townKey, called)
  const second = useDrafts(townKey, first.flatMap(calledBy))
  return useMemo(() => {
    const known = new Map([...first, ...second].filter(({ id }) => id !== flow.id).map(one => [one.id, one]))
    return given ?? [...known.values()]
  }, [given, first, second, flow.id])
}

function useDrafts(townKey: string, ids: readonly string[]): Flow[] {
  const wanted = [...new Set(ids)].slice(0, MAX_FLOWS)
  return useQueries({
    queries: wanted.map(id => ({
      queryKey: [...flowsKey(townKey), id, 'draft'],
      queryFn: ({ signal }: { signal: AbortSignal }) => readDraft(townKey, id, signal),
      staleTime: 10_000,
    })),
    combine: drafts,
  })
}

const drafts = (results: { data: { flow: Flow } | undefined }[]): Flow[] =>
  results.flatMap(({ data }) => (data ? [data.flow] : []))
