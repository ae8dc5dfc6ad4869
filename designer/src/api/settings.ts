import {
  channelState,
  open311Settings,
  type Tariff,
  tariff,
  type WindowTemplate,
  windowTemplate,
} from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

export interface ChannelSecrets {
  phoneNumberId: string
  displayNumber: string
  accountId?: string
  accessToken?: string
  appSecret?: string
  verifyToken?: string
}

const path = (town: string, key: string) => `/towns/${town}/channels/${encodeURIComponent(key)}`
const refresh = (town: string) => queryClient.invalidateQueries({ queryKey: [...townQueryKey(town), 'overview'] })

export const useChangeChannel = (town: string, key: string) =>
  useMutation({
    mutationFn: (state: 'live' | 'paused') => call(channelState, path(town, key), { method: 'PATCH', body: { state } }),
    onSuccess: () => refresh(town),
  })

/** Secrets are only ever written: the runtime never tells them. */
export const useSaveSecrets = (town: string, key: string) =>
  useMutation({
    mutationFn: (secrets: ChannelSecrets) =>
      call(channelState, `${path(town, key)}/secrets`, { method: 'PUT', body: secrets }),
    onSuccess: () => refresh(town),
  })

/** Chooses the template that asks a citizen to reply; null for none. */
export const useSaveWindowTemplate = (town: string, key: string) =>
  useMutation({
    mutationFn: (template: WindowTemplate | null) =>
      call(z.strictObject({ template: windowTemplate.nullable() }), `${path(town, key)}/window-template`, {
        method: 'PUT',
        body: { template },
      }),
    onSuccess: () => refresh(town),
  })

/** Decides what everybody may read over Open311. */
export const useSaveOpen311 = (town: string) =>
  useMutation({
    mutationFn: (publishesReports: boolean) =>
      call(open311Settings, `/towns/${town}/open311`, { method: 'PUT', body: { publishesReports } }),
    onSuccess: () => refresh(town),
  })

/** Puts other prices of messages in place. */
export const useSaveTariff = (town: string) =>
  useMutation({
    mutationFn: (prices: Tariff) => call(tariff, `/towns/${town}/tariff`, { method: 'PUT', body: prices }),
    onSuccess: () => refresh(town),
  })
