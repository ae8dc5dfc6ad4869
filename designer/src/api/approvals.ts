import { type ApproveFlow, flowApprovals } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { call, queryString } from './client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, flow: string) => `/towns/${town}/flows/${flow}/approvals`

export const approvalsKey = (town: string, flow: string) => [...townQueryKey(town), 'approvals', flow] as const

/** Of the draft, or of a version: whose fingerprint comes with them. */
export const useApprovals = (town: string, flow: string, version: number | null = null) =>
  useQuery({
    queryKey: [...approvalsKey(town, flow), version],
    queryFn: ({ signal }) =>
      call(flowApprovals, `${path(town, flow)}${queryString({ version: version ?? undefined })}`, { signal }),
  })

/** Refused with code `stale` when the drawing is neither the draft nor a version any more. */
export const approve = (town: string, flow: string, body: ApproveFlow) =>
  call(flowApprovals, path(town, flow), { method: 'POST', body })
