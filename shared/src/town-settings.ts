import { z } from 'zod'
import { isTimeZone } from './calendar/town-time.ts'
import { calendar } from './calendar.ts'
import { category, department, topic } from './department.ts'
import { townData } from './town.ts'

/** What an administrator says about the town itself. */
export const townFacts = townData
  .pick({
    name: true,
    languages: true,
    defaultLanguage: true,
    country: true,
    timeZone: true,
    texts: true,
    words: true,
    allowedHosts: true,
  })
  .refine(({ languages, defaultLanguage }) => languages.includes(defaultLanguage), 'default_language_missing')
  .refine(({ languages }) => new Set(languages).size === languages.length, 'language_repeated')
  .refine(({ timeZone }) => isTimeZone(timeZone), 'unknown_time_zone')
  .refine(({ allowedHosts }) => allowedHosts.every(isHost), 'bad_host')
export type TownFacts = z.infer<typeof townFacts>

/** A host name alone, like `api.example.org`: no address, port or path. */
export const isHost = (host: string): boolean =>
  host.length <= 253 && /^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/.test(host)

/** The lists of a town that administrators edit, each with the schema of one entry. */
export const townLists = { departments: department, categories: category, topics: topic, calendars: calendar } as const
export type TownList = keyof typeof townLists
export type TownEntry<List extends TownList> = z.infer<(typeof townLists)[List]>

/** Who needs an entry of a town, so that it cannot go. `name` is what an officer knows it by. */
export const townUse = z.strictObject({
  by: z.enum([
    'flow',
    'draft',
    'incidents',
    'department',
    'category',
    'table',
    'person',
    'subscribers',
    'notices',
    'bookable_service',
    'appointments',
  ]),
  id: z.string(),
  name: z.string(),
  count: z.number().int(),
})
export type TownUse = z.infer<typeof townUse>

/** What flows and incidents may name of a town's lists. */
export type TownThing = 'department' | 'person' | 'category' | 'topic' | 'calendar' | 'bookable_service'
