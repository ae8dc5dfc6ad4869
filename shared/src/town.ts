import { z } from 'zod'
import { bookableService, MAX_SERVICES } from './appointments/bookable-service.ts'
import { calendar } from './calendar.ts'
import { category, department, topic } from './department.ts'
import { language, localizedText, localizedWords } from './language.ts'
import { id } from './names.ts'
import { noticeRules } from './notice-rules.ts'
import { tariff } from './price.ts'
import { table } from './table.ts'

/** Words understood before any flow. Empty means the built-in ones of that language, see `platform-words.ts`. */
export const platformWordKinds = ['stop', 'help', 'menu', 'back', 'my_data', 'delete_my_data', 'join'] as const
export type PlatformWord = (typeof platformWordKinds)[number]

/** The town's own texts for what happens outside any flow. Empty means the built-in ones. */
export const townTexts = z.strictObject({
  help: localizedText(),
  stopped: localizedText(),
  notUnderstood: localizedText(),
  apology: localizedText(),
  /** Under a citizen's own data; `{link}`, `{days}` and `{times}` stand for what the link is. */
  dataLink: localizedText().optional(),
  /** The last words to somebody whose data is being deleted. */
  dataErased: localizedText().optional(),
})

/** What a town tells everybody over Open311. */
export const open311Settings = z.strictObject({
  /** Words, exact place and picture of what other programs sent in; never of what citizens wrote in a conversation. */
  publishesReports: z.boolean(),
})

/** All of a town that flows, the checker and the simulator may know. No people's data in it. */
export const townData = z.strictObject({
  key: id,
  name: z.string().min(1).max(120),
  languages: z.array(language).min(1),
  defaultLanguage: language,
  country: z.enum(['ES', 'IT']),
  timeZone: z.string(),
  departments: z.array(department),
  categories: z.array(category),
  topics: z.array(topic),
  calendars: z.array(calendar),
  tables: z.array(table),
  /** What appointments may be made for; none in towns of an older installation. */
  bookableServices: z.array(bookableService).max(MAX_SERVICES).optional(),
  texts: townTexts,
  words: z.partialRecord(z.enum(platformWordKinds), localizedWords),
  /** Hosts that "Ask a service" may call, set by an administrator. */
  allowedHosts: z.array(z.string()),
  /** Where the installation's pages are found, like `https://pregoner.example`; set when the town is read. */
  webAddress: z.string().optional(),
  /** Prices of messages, entered by an administrator. */
  tariff: tariff.optional(),
  /** Nothing is published where it was never decided. */
  open311: open311Settings.optional(),
  /** Notices go out at any time where nothing was said. */
  notices: noticeRules.optional(),
})
export type TownData = z.infer<typeof townData>
