import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { isApiError } from '../api/api-error.ts'
import { takeFirstDraft } from '../api/first-answers.ts'
import { readDraft } from '../api/flows.ts'
import { useTown } from '../api/town.ts'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { Failed, PageLoading } from '../frame/states.tsx'
import { FlowDesk } from './flow-desk.tsx'

/** One flow, open for drawing. */
export default function FlowPage() {
  const town = useTown()
  const { id = '' } = useParams()
  // The editor owns the draft from here on, so nothing may fetch it again behind its back.
  const draft = useQuery({
    queryKey: ['draft', town.key, id],
    queryFn: ({ signal }) => readDraft(town.key, id, signal),
    initialData: () => takeFirstDraft(town.key, id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (draft.data) return <FlowDesk key={`${town.key} ${id}`} draft={draft.data} town={town} />
  if (isApiError(draft.error, 'not_found')) return <NotFoundPage />
  if (draft.isError) return <Failed error={draft.error} onRetry={() => void draft.refetch()} />
  return <PageLoading />
}
