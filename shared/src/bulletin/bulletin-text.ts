import { townDate, townDateTime } from '../calendar.ts'
import { MAX_TEXT_CHARS } from '../channel-limits.ts'
import { type Language, type LocalizedText, textIn } from '../language.ts'
import { phrase } from '../phrases.ts'
import { span, type TableRow } from '../table/table.ts'
import { lookUp, rowValue } from '../table.ts'
import { parseTemplate, renderTemplate } from '../template.ts'
import type { TownData } from '../town.ts'
import { type BulletinDraft, type BulletinSection, MAX_BULLETIN_ROWS } from './bulletin.ts'
import { weekHours } from './week-hours.ts'

type Texts = Pick<BulletinDraft, 'intro' | 'outro' | 'sections'>

/** The rows of a section that are not over at that moment. */
function rowsOf({ tableId, when }: BulletinSection, town: TownData, at: Date, language: Language): TableRow[] {
  const table = town.tables.find(({ id }) => id === tableId)
  if (!table) return []
  const { date, time } = townDateTime(at, town.timeZone)
  const { rows } = lookUp(table, { when }, at, town.timeZone, language)
  return rows.filter(row => span(row).to > `${date}T${time}`)
}

function writer(town: TownData, at: Date, language: Language) {
  const options = { language, timeZone: town.timeZone }
  const today = townDate(at, town.timeZone)
  const common = new Map<string, unknown>([
    ['today', today],
    ['town.name', town.name],
    ['week_hours', weekHours(town, today, language)],
  ])
  const write = (text: LocalizedText, value: (name: string) => unknown) =>
    renderTemplate(parseTemplate(textIn(text, language, town.defaultLanguage)), value, options).trim()

  return {
    text: (text: LocalizedText) => write(text, name => common.get(name)),
    row(section: BulletinSection, row: TableRow): string {
      const columns = town.tables.find(({ id }) => id === section.tableId)?.columns ?? []
      return write(section.rowText, name => {
        if (!name.startsWith('row.')) return common.get(name)
        const column = name.slice('row.'.length)
        if (column === 'from' || column === 'to') return row[column] ?? undefined
        return columns.some(({ id }) => id === column)
          ? rowValue(row, column, language, town.defaultLanguage)
          : undefined
      })
    },
  }
}

/** What a bulletin says at a moment in one language; null when none of its tables has a row for it. */
export function bulletinText(bulletin: Texts, town: TownData, at: Date, language: Language): string | null {
  const write = writer(town, at, language)
  const found = bulletin.sections.map(section => ({ section, rows: rowsOf(section, town, at, language) }))
  if (found.every(({ rows }) => rows.length === 0)) return null
  const [intro, outro] = [write.text(bulletin.intro), write.text(bulletin.outro)]

  const withAtMost = (most: number): string => {
    const parts = found.map(({ section, rows }) => {
      if (rows.length === 0) return ''
      const shown = rows.slice(0, Math.min(most, section.maxRows))
      const lines = shown.map(row => write.row(section, row)).filter(Boolean)
      const left = rows.length - shown.length
      const more = left > 0 ? [phrase('and_more', language, town.defaultLanguage, { count: String(left) })] : []
      const list = [...lines, ...more].join(lines.some(line => line.includes('\n')) ? '\n\n' : '\n')
      return [write.text(section.heading), list].filter(Boolean).join('\n')
    })
    return [intro, ...parts, outro].filter(Boolean).join('\n\n')
  }
  for (let most = MAX_BULLETIN_ROWS; most > 1; most -= 1) {
    const text = withAtMost(most)
    if (text.length <= MAX_TEXT_CHARS) return text
  }
  const shortest = withAtMost(1)
  return shortest.length <= MAX_TEXT_CHARS ? shortest : `${shortest.slice(0, MAX_TEXT_CHARS - 1)}…`
}

/** The same in every language of the town; null when there is nothing to say. */
export function bulletinTexts(bulletin: Texts, town: TownData, at: Date): LocalizedText | null {
  const texts: LocalizedText = {}
  for (const language of town.languages) {
    const text = bulletinText(bulletin, town, at, language)
    if (text === null) return null
    texts[language] = text
  }
  return texts
}
