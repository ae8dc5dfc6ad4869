import type { Flow } from '@pregoner/shared'
import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { flowsKey, readDraft, useFlows } from '../api/flows.ts'
import { useLoadedFlows } from '../check/published-flows.ts'
import { type Beside, calledBy, flowsBeside, unpublishedAmong } from './flows-beside.ts'

const MAX_FLOWS = 20 // a town has a handful; a guard against flows that call one another without end
const none: readonly Flow[] = []

export interface OtherFlows {
  flows: readonly Flow[]
  /** Called flows that are drawn otherwise than they are published. */
  unpublished: readonly Beside[]
  playsDrawings: boolean
  playDrawings(isWanted: boolean): void
}

/** The flows beside the open one: as citizens meet them, unless the officer wants to try what is only drawn. */
export function useOtherFlows(townKey: string, flow: Flow): OtherFlows {
  const [playsDrawings, playDrawings] = useState(false)
  const published = useLoadedFlows(townKey) ?? none
  const { data: listed } = useFlows(townKey)
  const beside = useMemo(
    () =>
      (listed ?? [])
        .filter(({ id }) => id !== flow.id)
        .map(({ id, name, publishedVersion, isChanged }) => ({
          ...{ id, name, isPublished: publishedVersion !== null, isChanged },
        })),
    [listed, flow.id],
  )
  const direct = useMemo(() => calledBy(flow), [flow])
  const isWanted = ({ isPublished }: Beside) => playsDrawings || !isPublished
  const drawnDirect = useDrafts(townKey, unpublishedAmong(direct, beside).filter(isWanted))
  const called = [
    ...direct,
    ...[...published, ...drawnDirect].filter(({ id }) => direct.includes(id)).flatMap(calledBy),
  ]
  const unpublished = unpublishedAmong(called, beside)
  const drawings = useDrafts(townKey, unpublished.filter(isWanted))
  const flows = useMemo(() => flowsBeside(flow.id, published, drawings), [flow.id, published, drawings])
  return { flows, unpublished, playsDrawings, playDrawings }
}

function useDrafts(townKey: string, wanted: readonly Beside[]): Flow[] {
  return useQueries({
    queries: wanted.slice(0, MAX_FLOWS).map(({ id }) => ({
      queryKey: [...flowsKey(townKey), id, 'draft'],
      queryFn: ({ signal }: { signal: AbortSignal }) => readDraft(townKey, id, signal),
      staleTime: 10_000,
    })),
    combine: drafts,
  })
}

const drafts = (results: { data: { flow: Flow } | undefined }[]): Flow[] =>
  results.flatMap(({ data }) => (data ? [data.flow] : []))
