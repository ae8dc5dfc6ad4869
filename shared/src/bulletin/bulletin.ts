import { z } from 'zod'
import { MAX_TEXT_CHARS } from '../channel-limits.ts'
import { type Language, type LocalizedText, localizedText } from '../language.ts'
import { id } from '../names.ts'
import { noticeTemplate } from '../notice-template.ts'
import { tableWhens } from '../table.ts'
import { parseTemplate } from '../template.ts'

export const MAX_BULLETIN_ROWS = 50
export const MAX_BULLETIN_SECTIONS = 6

const text = localizedText({ maxChars: MAX_TEXT_CHARS })

/** Rows of one table under a heading, a line each. */
const bulletinSection = z.strictObject({
  tableId: z.string().max(100),
  when: z.enum(tableWhens),
  /** Left out together with the rows when there are none. */
  heading: text,
  /** One row: `{{row.name}}`, `{{row.from|date}}`. */
  rowText: text,
  maxRows: z.number().int().min(1).max(MAX_BULLETIN_ROWS),
})
export type BulletinSection = z.infer<typeof bulletinSection>

/** When it comes out: Monday is 1, Sunday is 7, by the clock of the town. */
const weekdays = z
  .array(z.number().int().min(1).max(7))
  .min(1)
  .max(7)
  .refine(days => new Set(days).size === days.length, 'repeated_day')

/** What a town tells the subscribers of a topic week by week, made of its tables by itself. */
export const bulletinDraft = z.strictObject({
  /** For the town hall's own list, and of the notice it becomes. */
  name: z.string().trim().min(1).max(100),
  topicId: id,
  isOn: z.boolean(),
  weekdays,
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  intro: text,
  sections: z.array(bulletinSection).min(1).max(MAX_BULLETIN_SECTIONS),
  outro: text,
  /** What whoever last wrote over 24 hours ago gets; without one they get nothing. */
  template: noticeTemplate.nullable().optional(),
})
export type BulletinDraft = z.infer<typeof bulletinDraft>

/** What became of it on one day: sent, nothing to say, or nobody was there to send it before the day was over. */
export const bulletinOutcomes = ['sent', 'empty', 'missed'] as const

export const bulletinIssue = z.strictObject({
  date: z.string(),
  outcome: z.enum(bulletinOutcomes),
  /** The notice it became. */
  broadcastId: z.string().nullable(),
})
export type BulletinIssue = z.infer<typeof bulletinIssue>

export const bulletin = bulletinDraft.extend({
  id: z.string(),
  rev: z.number().int(),
  by: z.string(),
  changedAt: z.string(),
  /** When it comes out next; null while it is off. */
  nextAt: z.string().nullable(),
  /** The last ones, the newest first. */
  issues: z.array(bulletinIssue),
})
export type Bulletin = z.infer<typeof bulletin>

const rowNames = new Set(['from', 'to'])
/** What every text of a bulletin may name: the day, the town, its opening hours until Sunday. */
export const bulletinNames = ['today', 'town.name', 'week_hours'] as const
const otherNames: ReadonlySet<string> = new Set(bulletinNames)

/** Names in the texts that stand for nothing: no column of the table, none of what every bulletin knows. */
export function unknownNames(
  draft: Pick<BulletinDraft, 'intro' | 'outro' | 'sections'>,
  tables: readonly { id: string; columns: readonly { id: string }[] }[],
): string[] {
  const namesIn = (text: LocalizedText) => Object.values(text).flatMap(each => parseTemplate(each ?? '').variables)
  const common = [draft.intro, draft.outro, ...draft.sections.map(({ heading }) => heading)]
  const inRows = draft.sections.flatMap(({ tableId, rowText }) => {
    const columns = new Set(tables.find(table => table.id === tableId)?.columns.map(column => column.id))
    const isKnown = (name: string) => rowNames.has(name) || columns.has(name)
    return namesIn(rowText).filter(name =>
      name.startsWith('row.') ? !isKnown(name.slice('row.'.length)) : !otherNames.has(name),
    )
  })
  return [...new Set([...common.flatMap(namesIn).filter(name => !otherNames.has(name)), ...inRows])]
}

/** Why it cannot come out as it is; null when it can. */
export function bulletinFault(
  draft: BulletinDraft,
  town: {
    topics: readonly { id: string }[]
    tables: readonly { id: string; columns: readonly { id: string }[] }[]
    languages: readonly Language[]
  },
): 'topic' | 'table' | 'row_text' | 'names' | null {
  if (!town.topics.some(topic => topic.id === draft.topicId)) return 'topic'
  if (!draft.sections.every(({ tableId }) => town.tables.some(table => table.id === tableId))) return 'table'
  if (!draft.sections.every(({ rowText }) => Object.values(rowText).some(each => each?.trim()))) return 'row_text'
  return unknownNames(draft, town.tables).length > 0 ? 'names' : null
}
