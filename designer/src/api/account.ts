import {
  type acceptInvitation,
  invitationShown,
  type NewTown,
  ownAccount,
  recoveryCodes,
  startedSecondFactor,
} from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { call, command } from './client.ts'
import { queryClient, sessionKey } from './query-client.ts'

const accountKey = ['account'] as const
const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: accountKey }),
    queryClient.invalidateQueries({ queryKey: sessionKey }),
  ])

/** One's own account. */
export const useAccount = (enabled: boolean) =>
  useQuery({ queryKey: accountKey, queryFn: ({ signal }) => call(ownAccount, '/account', { signal }), enabled })

export const useRename = () =>
  useMutation({
    mutationFn: (name: string) => command('/account', { method: 'PATCH', body: { name } }),
    onSuccess: refresh,
  })

export const useChangePassword = () =>
  useMutation({
    mutationFn: (given: { current: string; next: string }) =>
      command('/account/password', { method: 'PUT', body: given }),
  })

export const useEndOtherSessions = () =>
  useMutation({ mutationFn: () => command('/account/sessions', { method: 'DELETE' }) })

export const useStartSecondFactor = () =>
  useMutation({
    mutationFn: (password: string) =>
      call(startedSecondFactor, '/account/second-factor', { method: 'POST', body: { password } }),
  })

export const useConfirmSecondFactor = () =>
  useMutation({
    mutationFn: (code: string) =>
      call(recoveryCodes, '/account/second-factor/confirm', { method: 'POST', body: { code } }),
    onSuccess: refresh,
  })

export const useRemoveSecondFactor = () =>
  useMutation({
    mutationFn: (password: string) => command('/account/second-factor', { method: 'DELETE', body: { password } }),
    onSuccess: refresh,
  })

/** What a link is for; asked once, without using it up. */
export const useInvitation = (token: string) =>
  useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call(invitationShown, '/invitations/look', { method: 'POST', body: { token }, signal }),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useAcceptInvitation = () =>
  useMutation({
    mutationFn: (given: z.infer<typeof acceptInvitation>) =>
      call(z.strictObject({ email: z.string() }), '/invitations/accept', { method: 'POST', body: given }),
  })

/** Creates a town; only whoever runs the installation may. */
export const useCreateTown = () =>
  useMutation({
    mutationFn: (town: NewTown) => call(z.strictObject({ key: z.string() }), '/towns', { method: 'POST', body: town }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionKey }),
  })
