import { randomInt } from 'node:crypto'
import {
  FORM_CODE_HALF,
  FORM_CODE_SIGNS,
  formCode,
  formConsent,
  formProof,
  id,
  parsePhone,
  subscriptionAsk,
  subscriptionAsked,
  subscriptionForm,
  subscriptionFormState,
  type TownData,
} from '@pregoner/shared'
import type { Request } from 'express'
import { z } from 'zod'
import { createAllowance } from '../accounts/allowance.ts'
import { AppError } from '../errors.ts'
import type { ChannelStore } from '../stores/channel-store.ts'
import type { SubscriptionFormStore } from '../stores/subscription-form-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { openRoute } from './route.ts'

const CODE_MINUTES = 30
const ASKS_PER_ADDRESS = 20 // a minute; a town hall’s waiting room shares one address
const ASKS_PER_TOWN = 600
const LOOKS_PER_ADDRESS = 300 // a page that waits looks every three seconds
const MISSES_PER_ADDRESS = 10

export interface SubscriptionFormDeps {
  subscriptionForms: Pick<SubscriptionFormStore, 'add' | 'state'>
  channels: Pick<ChannelStore, 'ofTown'>
  towns: Pick<TownStore, 'get'>
  now: () => Date
}

const half = () => Array.from({ length: FORM_CODE_HALF }, () => FORM_CODE_SIGNS[randomInt(FORM_CODE_SIGNS.length)])
/** Twelve signs of thirty: 58 random bits. */
const newCode = () => `WEB-${half().join('')}-${half().join('')}`

const consentsOf = (town: TownData) => ({
  ca: formConsent(town, 'ca'),
  es: formConsent(town, 'es'),
  it: formConsent(town, 'it'),
  en: formConsent(town, 'en'),
})

/**
 * The public form of a town's notices. It sends nobody anything: whoever filled it in writes the code to the channel
 * themselves, so that no number can be annoyed through it.
 */
export function subscriptionFormRoutes({ subscriptionForms, channels, towns, now }: SubscriptionFormDeps): Route[] {
  const allowance = createAllowance()
  const spend = (key: string, perMinute: number) => {
    if (!allowance.take(key, perMinute, now()))
      throw new AppError('too_many', 'subscription form', { retryAfterSeconds: 60 })
  }
  const townOr404 = async (townKey: string) => {
    const town = await towns.get(townKey)
    if (!town) throw new AppError('not_found')
    return town
  }
  const from = ({ ip }: Request) => ip ?? ''

  return [
    openRoute({
      method: 'get',
      path: '/subscribe/:town',
      summary: 'What the public form of a town’s notices offers: its topics, its number and the words to agree to.',
      params: { town: id },
      answer: subscriptionForm,
      async run({ params, request }) {
        spend(`look ${from(request)}`, LOOKS_PER_ADDRESS)
        const town = await townOr404(params.town)
        const own = await channels.ofTown(town.key)
        const number = own.find(({ kind, displayNumber }) => kind === 'whatsapp' && displayNumber)?.displayNumber
        return {
          ...{ townName: town.name, country: town.country, languages: town.languages },
          ...{ defaultLanguage: town.defaultLanguage, consents: consentsOf(town), number: number ?? null },
          topics: town.topics.map(topic => ({ id: topic.id, name: topic.name })),
          hasChat: own.some(({ kind }) => kind === 'webchat'),
        }
      },
    }),
    openRoute({
      method: 'post',
      path: '/subscribe/:town',
      summary: 'Takes a filled-in form and gives the code that confirms it, written to the channel from that number.',
      params: { town: id },
      body: subscriptionAsk,
      answer: subscriptionAsked,
      async run({ params, body, request }) {
        spend(`ask ${from(request)}`, ASKS_PER_ADDRESS)
        const town = await townOr404(params.town)
        spend(`town ${town.key}`, ASKS_PER_TOWN)
        const number = parsePhone(body.number, town.country)
        const isOffered = body.topicIds.every(topicId => town.topics.some(topic => topic.id === topicId))
        if (!number || !isOffered) throw new AppError('bad_request', number ? 'topic' : 'number')
        const at = now()
        const form = {
          ...{ code: newCode(), number, topicIds: [...new Set(body.topicIds)], language: body.language },
          proof: formProof(formConsent(town, body.language), body.language, at),
          expiresAt: new Date(at.getTime() + CODE_MINUTES * 60_000),
        }
        await subscriptionForms.add(town.key, form)
        return { code: form.code, expiresAt: form.expiresAt.toISOString() }
      },
    }),
    openRoute({
      method: 'post',
      path: '/subscribe/:town/state',
      summary: 'Whether the code of a form has been written to the channel yet.',
      params: { town: id },
      body: z.strictObject({ code: formCode }),
      answer: subscriptionFormState,
      async run({ params, body, request }) {
        spend(`look ${from(request)}`, LOOKS_PER_ADDRESS)
        if (allowance.isUsedUp(`miss ${from(request)}`, MISSES_PER_ADDRESS, now()))
          throw new AppError('too_many', 'subscription form', { retryAfterSeconds: 60 })
        const state = await subscriptionForms.state((await townOr404(params.town)).key, body.code, now())
        if (state === 'other') allowance.take(`miss ${from(request)}`, MISSES_PER_ADDRESS, now())
        return { state }
      },
    }),
  ]
}
