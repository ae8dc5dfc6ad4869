import { auditPage, auditVerification, consentPage, erasureEntry, privacyRequestEntry } from '@pregoner/shared'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { call, queryString } from './client.ts'
import { townQueryKey } from './town.ts'

const key = (town: string, ...more: unknown[]) => [...townQueryKey(town), 'privacy', ...more]

export const usePrivacyRequests = (town: string) =>
  useQuery({
    queryKey: key(town, 'requests'),
    queryFn: ({ signal }) => call(privacyRequestEntry.array(), `/towns/${town}/privacy-requests`, { signal }),
  })

export const useErasures = (town: string) =>
  useQuery({
    queryKey: key(town, 'erasures'),
    queryFn: ({ signal }) => call(erasureEntry.array(), `/towns/${town}/erasures`, { signal }),
  })

/** The consent ledger, newest first. */
export const useConsents = (town: string, text: string) =>
  useInfiniteQuery({
    queryKey: key(town, 'consents', text),
    queryFn: ({ pageParam, signal }) =>
      call(consentPage, `/towns/${town}/consents${queryString({ text, before: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })

export const consentsFile = (town: string, text: string) => `/api/towns/${town}/consents/export${queryString({ text })}`

/** The activity log, newest first; `action` is one of its kinds or the beginning of it. */
export const useActivity = (town: string, action: string) =>
  useInfiniteQuery({
    queryKey: key(town, 'activity', action),
    queryFn: ({ pageParam, signal }) =>
      call(auditPage, `/towns/${town}/audit${queryString({ action, before: pageParam })}`, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => (page.next === null ? undefined : Number(page.next)),
    placeholderData: before => before,
  })

export const activityFile = (town: string, format: 'csv' | 'json') => `/api/towns/${town}/audit/export?format=${format}`

/** Works the chain of the log out again. */
export const useVerifyActivity = (town: string) =>
  useMutation({ mutationFn: () => call(auditVerification, `/towns/${town}/audit/verification`) })
