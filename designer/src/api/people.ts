import { type InterfaceLanguage, madeLink, personDuties, type Role, townPeople } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call, command } from './client.ts'
import { queryClient, sessionKey } from './query-client.ts'
import { townQueryKey } from './town.ts'

const key = (town: string) => [...townQueryKey(town), 'people']
const refresh = (town: string) => queryClient.invalidateQueries({ queryKey: key(town) })
const pathOf = (town: string, id: string) => `/towns/${town}/people/${id}`

export const usePeople = (town: string) =>
  useQuery({ queryKey: key(town), queryFn: ({ signal }) => call(townPeople, `/towns/${town}/people`, { signal }) })

/** Answers the secret part of the link; it is told this once. */
export const useInvite = (town: string) =>
  useMutation({
    mutationFn: (given: { email: string; role: Role; departments: string[]; language: InterfaceLanguage }) =>
      call(madeLink, `/towns/${town}/invitations`, { method: 'POST', body: given }),
    onSuccess: () => refresh(town),
  })

/** Another link in the place of one nobody has used. */
export const useInviteAgain = (town: string) =>
  useMutation({
    mutationFn: (id: string) => call(madeLink, `/towns/${town}/invitations/${id}/again`, { method: 'POST' }),
    onSettled: () => refresh(town),
  })

export const useTakeBack = (town: string) =>
  useMutation({
    mutationFn: (id: string) => command(`/towns/${town}/invitations/${id}`, { method: 'DELETE' }),
    onSettled: () => refresh(town),
  })

export const useChangePerson = (town: string, id: string) =>
  useMutation({
    mutationFn: (change: { role?: Role; departments?: string[]; isDisabled?: boolean }) =>
      command(pathOf(town, id), { method: 'PATCH', body: change }),
    onSuccess: () => refresh(town),
  })

/** What they would leave behind. */
export const useDuties = (town: string, id: string) =>
  useQuery({
    queryKey: [...key(town), id, 'duties'],
    queryFn: ({ signal }) => call(personDuties, `${pathOf(town, id)}/duties`, { signal }),
    staleTime: 0,
  })

export const useRemovePerson = (town: string, id: string) =>
  useMutation({
    mutationFn: () => command(pathOf(town, id), { method: 'DELETE' }),
    onSuccess: () => refresh(town),
  })

export const useSignOutPerson = (town: string, id: string) =>
  useMutation({
    mutationFn: () => command(`${pathOf(town, id)}/sessions`, { method: 'DELETE' }),
    onSuccess: () => refresh(town),
  })

export const useResetSecondFactor = (town: string, id: string) =>
  useMutation({
    mutationFn: () => command(`${pathOf(town, id)}/second-factor`, { method: 'DELETE' }),
    onSuccess: () => refresh(town),
  })

export const usePasswordLink = (town: string, id: string) =>
  useMutation({
    mutationFn: () => call(madeLink, `${pathOf(town, id)}/password-link`, { method: 'POST' }),
    onSuccess: () => refresh(town),
  })

export const useRequireSecondFactor = (town: string) =>
  useMutation({
    mutationFn: (isRequired: boolean) =>
      command(`/towns/${town}/second-factor`, { method: 'PUT', body: { isRequired } }),
    onSuccess: async () => {
      await refresh(town)
      await queryClient.invalidateQueries({ queryKey: sessionKey }) // it may have closed the town to oneself
    },
  })

/** Where the owner of a link opens it. The secret stands behind `#`, which browsers send to no server. */
export const linkAddress = (token: string): string => `${location.origin}/join#${token}`
