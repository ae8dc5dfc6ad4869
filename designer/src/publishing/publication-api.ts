import { flowDraft, insideStep, type PeopleMove, scheduledVersion, versionSummary } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { call, command } from '../api/client.ts'
import { flowsKey, readVersion, versionsKey } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'

const path = (town: string, id: string) => `/towns/${town}/flows/${id}`

export interface Publication {
  rev: number
  note: string
  people: PeopleMove[]
}

/** Refused with code `problems` or `tests`; the error's `problems` or `tests` lists them. */
export const publishFlow = (town: string, id: string, body: Publication) =>
  call(versionSummary, `${path(town, id)}/publish`, { method: 'POST', body })
/** Refused like publishing, and with code `past` for a time that has passed. */
export const scheduleFlow = (town: string, id: string, body: Publication & { publishAt: string }) =>
  call(scheduledVersion, `${path(town, id)}/schedule`, { method: 'PUT', body })
export const unscheduleFlow = (town: string, id: string) => command(`${path(town, id)}/schedule`, { method: 'DELETE' })
/** Refused as stale when another version answers by now. */
export const withdrawFlow = (town: string, id: string, version: number, people: 'finish' | 'restart') =>
  command(`${path(town, id)}/withdraw`, { method: 'POST', body: { version, people } })
export const publishAgain = (town: string, id: string, version: number, note: string) =>
  call(versionSummary.omit({ inside: true }), `${path(town, id)}/versions/${version}/publish`, {
    method: 'POST',
    body: { note, people: [] },
  })
/** The draft becomes what that version was. */
export const restoreVersion = (town: string, id: string, version: number, rev: number) =>
  call(flowDraft, `${path(town, id)}/versions/${version}/restore`, { method: 'POST', body: { rev } })

/** Who waits where now; asked again each time it is looked at. */
export const useInside = (town: string, id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...versionsKey(town, id), 'inside'],
    queryFn: ({ signal }) => call(insideStep.array(), `${path(town, id)}/inside`, { signal }),
    enabled,
    staleTime: 0,
    gcTime: 0, // who was inside an hour ago is not worth a glance
  })

/** How to fetch the drawing of a version, which never changes. */
export const versionQuery = (town: string, id: string, version: number) => ({
  queryKey: [...flowsKey(town), id, 'version', version],
  queryFn: () => readVersion(town, id, version),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Something was published, scheduled or withdrawn: what is known of the flow is asked for again. */
export async function publicationsMoved(town: string, id: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: flowsKey(town), exact: true }),
    queryClient.invalidateQueries({ queryKey: versionsKey(town, id), exact: true }),
  ])
}
