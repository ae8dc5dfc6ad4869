import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isApiError } from './api-error.ts'

export const sessionKey = ['session'] as const

/** A session that has ended shows the sign-in page, wherever it was noticed; a town that has closed asks who is there. */
const noticeSignedOut = (error: unknown) => {
  if (isApiError(error) && error.status === 401) queryClient.setQueryData(sessionKey, null)
  if (isApiError(error, 'second_factor_needed')) void queryClient.invalidateQueries({ queryKey: sessionKey })
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && isApiError(error) && (error.status === 0 || error.status >= 500),
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
