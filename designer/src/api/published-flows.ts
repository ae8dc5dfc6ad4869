import type { Flow } from '@pregoner/shared'
import { useQueries } from '@tanstack/react-query'
import { flowsKey, readVersion, useFlows } from './flows.ts'

const none: readonly Flow[] = []

/** The other flows of the town as citizens meet them now; undefined while they are being fetched. */
export function usePublishedFlows(town: string, except: string): readonly Flow[] | undefined {
  const { data } = useFlows(town)
  const published = (data ?? []).flatMap(({ id, publishedVersion }) =>
    publishedVersion === null || id === except ? [] : [{ id, version: publishedVersion }],
  )
  const flows = useQueries({
    queries: published.map(({ id, version }) => ({
      queryKey: [...flowsKey(town), id, 'version', version],
      queryFn: () => readVersion(town, id, version),
      staleTime: Number.POSITIVE_INFINITY, // a version never changes
    })),
    combine: drawings,
  })
  return data ? flows : undefined
}

function drawings(results: { data: { flow: Flow } | undefined }[]): readonly Flow[] | undefined {
  if (results.length === 0) return none
  const found = results.flatMap(({ data }) => (data ? [data.flow] : []))
  return found.length === results.length ? found : undefined
}
