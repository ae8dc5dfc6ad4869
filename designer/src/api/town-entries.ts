import { type TownEntry, type TownFacts, type TownList, townFacts, townLists, townUse } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { isApiError } from './api-error.ts'
import { call, command, queryString } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const pathOf = (town: string, list: TownList, id: string) => `/towns/${town}/${list}/${encodeURIComponent(id)}`
const refresh = (town: string) => queryClient.invalidateQueries({ queryKey: [...townQueryKey(town), 'overview'] })
const uses = z.array(townUse)
const regions = z.array(z.strictObject({ code: z.string(), name: z.string() }))
const holidays = z.array(z.strictObject({ date: z.string(), name: z.string() }))

/** Saves one entry of a list in place of what it `was`, null for a new one. */
export const useSaveEntry = <List extends TownList>(town: string, list: List) =>
  useMutation({
    mutationFn: (given: { entry: TownEntry<List>; was: TownEntry<List> | null }) =>
      call(townLists[list], pathOf(town, list, given.entry.id), { method: 'PUT', body: given }),
    onSettled: () => refresh(town), // after a refusal as well: it shows what is there now
  })

export const useRemoveEntry = (town: string, list: TownList) =>
  useMutation({
    mutationFn: (id: string) => command(pathOf(town, list, id), { method: 'DELETE' }),
    onSuccess: () => refresh(town),
  })

/** What needs an entry; asked when somebody wants to delete it. */
export const useUses = (town: string, list: TownList, id: string) =>
  useQuery({
    queryKey: [...townQueryKey(town), 'uses', list, id],
    queryFn: ({ signal }) => call(uses, `${pathOf(town, list, id)}/uses`, { signal }),
    staleTime: 0,
    gcTime: 0,
  })

/** What a refusal says needs the thing; empty when it was refused for something else. */
export const usesTold = (error: unknown): z.infer<typeof uses> =>
  isApiError(error, 'in_use') ? (uses.safeParse(error.current).data ?? []) : []

export const useSaveFacts = (town: string) =>
  useMutation({
    mutationFn: (given: { facts: TownFacts; was: TownFacts }) =>
      call(townFacts, `/towns/${town}/facts`, { method: 'PUT', body: given }),
    onSettled: () => refresh(town),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['session'] }), // the town may have another name
  })

export const useHolidayRegions = (town: string) =>
  useQuery({
    queryKey: [...townQueryKey(town), 'holiday-regions'],
    queryFn: ({ signal }) => call(regions, `/towns/${town}/holiday-regions`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const usePublicHolidays = (town: string, region: string | null) =>
  useQuery({
    queryKey: [...townQueryKey(town), 'public-holidays', region],
    queryFn: ({ signal }) =>
      call(holidays, `/towns/${town}/public-holidays${queryString({ region: region ?? '' })}`, { signal }),
    enabled: region !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
