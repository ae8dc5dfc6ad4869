import { type Role, type SignedIn, signedIn } from '@pregoner/shared'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { isApiError } from './api-error.ts'
import { call, command } from './client.ts'
import { queryClient, sessionKey } from './query-client.ts'

async function readSession(): Promise<SignedIn | null> {
  try {
    return await call(signedIn, '/session')
  } catch (error) {
    if (isApiError(error) && error.status === 401) return null
    throw error
  }
}

export const sessionQuery = queryOptions({ queryKey: sessionKey, queryFn: readSession, staleTime: 5 * 60_000 })

/** Who is signed in here; null when nobody is. */
export const useSession = () => useQuery(sessionQuery)

export const useSignIn = () =>
  useMutation({
    mutationFn: (given: { email: string; password: string; code?: string }) =>
      call(signedIn, '/session', { method: 'POST', body: given }),
    onSuccess: person => queryClient.setQueryData(sessionKey, person),
  })

export const useSignOut = () =>
  useMutation({
    mutationFn: () => command('/session', { method: 'DELETE' }),
    onSuccess: () => {
      queryClient.clear()
      queryClient.setQueryData(sessionKey, null)
    },
  })

/** The person's part in a town; null when they have none. */
export function useMembership(townKey: string): SignedIn['memberships'][number] | null {
  const { data } = useSession()
  return data?.memberships.find(membership => membership.townKey === townKey) ?? null
}

export const useRole = (townKey: string): Role | null => useMembership(townKey)?.role ?? null
