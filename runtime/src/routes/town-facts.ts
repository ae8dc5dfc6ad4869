import { isDeepStrictEqual } from 'node:util'
import { townFacts } from '@pregoner/shared'
import { z } from 'zod'
import { holidayRegions, publicHolidays } from '../calendars/public-holidays.ts'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

interface TownFactDeps {
  towns: TownStore
  audit: AuditStore
  now: () => Date
}

const region = z.strictObject({ code: z.string(), name: z.string() })
const regionCode = z
  .string()
  .max(12)
  .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3}){0,2}$/)

/** What an administrator says about the town itself, and the public holidays there are to choose from. */
export const townFactRoutes = ({ towns, audit, now }: TownFactDeps): Route[] => [
  townRoute({
    method: 'put',
    path: '/towns/:town/facts',
    summary: 'Saves name, languages, time zone, town-wide texts and words, allowed hosts. "was" is what it replaces.',
    roles: ['administrator'],
    body: z.strictObject({ facts: townFacts, was: townFacts }),
    answer: townFacts,
    async run({ townKey, personId }, { body }) {
      const changed = await towns.change(townKey, current => {
        const stored = townFacts.parse(factsOf(current))
        if (!isDeepStrictEqual(stored, body.was))
          throw new AppError('stale', 'the town has changed', { current: stored })
        return body.facts
      })
      if (!changed) throw new AppError('not_found')
      await audit.append({ town: townKey, personId, action: 'town.facts', object: townKey, at: now() })
      return body.facts
    },
  }),
  townRoute({
    method: 'get',
    path: '/towns/:town/holiday-regions',
    summary: 'Countries and regions whose public holidays are known.',
    roles: ['administrator'],
    answer: z.array(region),
    async run({ townKey }) {
      const town = await towns.get(townKey)
      if (!town) throw new AppError('not_found')
      return holidayRegions(town.country, town.defaultLanguage)
    },
  }),
  townRoute({
    method: 'get',
    path: '/towns/:town/public-holidays',
    summary: 'The public holidays of a region, last year to two years ahead.',
    roles: ['administrator'],
    query: z.strictObject({ region: regionCode }),
    answer: z.array(z.strictObject({ date: z.string(), name: z.string() })),
    async run({ townKey }, { query }) {
      const town = await towns.get(townKey)
      if (!town) throw new AppError('not_found')
      return publicHolidays(query.region, town.defaultLanguage, now())
    },
  }),
]

const factsOf = <Town extends z.infer<typeof townFacts>>(town: Town) => ({
  name: town.name,
  languages: town.languages,
  defaultLanguage: town.defaultLanguage,
  country: town.country,
  timeZone: town.timeZone,
  texts: town.texts,
  words: town.words,
  allowedHosts: town.allowedHosts,
})
