import {
  type AppointmentView,
  appointmentFeed,
  appointmentView,
  type BookableService,
  bookableService,
  type NewAppointment,
} from '@pregoner/shared'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { call, command, queryString } from './client.ts'
import { useLiveEvent, useResync } from './live.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const key = (town: string) => [...townQueryKey(town), 'appointments'] as const
const feedsKey = (town: string) => [...townQueryKey(town), 'appointment-feeds'] as const
const refresh = (town: string) => queryClient.invalidateQueries({ queryKey: key(town) })
const refreshTown = (town: string) => queryClient.invalidateQueries({ queryKey: [...townQueryKey(town), 'overview'] })
const servicePath = (town: string, id: string) => `/towns/${town}/bookable-services/${encodeURIComponent(id)}`
const pathOf = (town: string, id: string) => `/towns/${town}/appointments/${encodeURIComponent(id)}`

/** The appointments of some days, kept up to date while the component is there. */
export function useAppointments(town: string, from: string, to: string) {
  const client = useQueryClient()
  const again = () => void client.invalidateQueries({ queryKey: key(town) })
  useLiveEvent('appointments_changed', again)
  useResync(again)
  return useQuery({
    queryKey: [...key(town), from, to],
    queryFn: ({ signal }) =>
      call(appointmentView.array(), `/towns/${town}/appointments${queryString({ from, to })}`, { signal }),
  })
}

/** The free hours of one day for a service. */
export const useFreeHours = (town: string, serviceId: string, day: string) =>
  useQuery({
    queryKey: [...key(town), 'free', serviceId, day],
    queryFn: ({ signal }) =>
      call(
        z.strictObject({ hours: z.array(z.string()) }),
        `${servicePath(town, serviceId)}/free${queryString({ day })}`,
        {
          signal,
        },
      ),
    enabled: serviceId !== '' && day !== '',
    staleTime: 0,
  })

export const useBook = (town: string) =>
  useMutation({
    mutationFn: (body: NewAppointment) =>
      call(appointmentView, `/towns/${town}/appointments`, { method: 'POST', body }),
    onSettled: () => refresh(town),
  })

/** Cancels; `message` null tells the citizen nothing. */
export const useCancel = (town: string) =>
  useMutation({
    mutationFn: ({ id, rev, message }: { id: string; rev: number; message: string | null }) =>
      call(appointmentView, `${pathOf(town, id)}/cancel`, { method: 'POST', body: { rev, message } }),
    onSettled: () => refresh(town),
  })

export const useSetState = (town: string) =>
  useMutation({
    mutationFn: ({ id, rev, state }: Pick<AppointmentView, 'id' | 'rev' | 'state'>) =>
      call(appointmentView, `${pathOf(town, id)}/state`, { method: 'PUT', body: { rev, state } }),
    onSettled: () => refresh(town),
  })

export const useSaveService = (town: string) =>
  useMutation({
    mutationFn: (body: { service: BookableService; was: BookableService | null }) =>
      call(bookableService, servicePath(town, body.service.id), { method: 'PUT', body }),
    onSettled: () => refreshTown(town),
  })

export const useRemoveService = (town: string) =>
  useMutation({
    mutationFn: (id: string) => command(servicePath(town, id), { method: 'DELETE' }),
    onSuccess: () => refreshTown(town),
  })

export const useFeeds = (town: string) =>
  useQuery({
    queryKey: feedsKey(town),
    queryFn: ({ signal }) => call(appointmentFeed.array(), `/towns/${town}/appointment-feeds`, { signal }),
  })

export const useMakeFeed = (town: string) =>
  useMutation({
    mutationFn: (body: { departmentId: string; showsNames: boolean }) =>
      call(z.strictObject({ feed: appointmentFeed, token: z.string() }), `/towns/${town}/appointment-feeds`, {
        method: 'POST',
        body,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: feedsKey(town) }),
  })

export const useRevokeFeed = (town: string) =>
  useMutation({
    mutationFn: (id: string) => command(`/towns/${town}/appointment-feeds/${id}`, { method: 'DELETE' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: feedsKey(town) }),
  })
