import { type IncidentSummary, type InterfaceLanguage, type TownData, textIn, townDateTime } from '@pregoner/shared'
import type { Scope } from '../accounts/scope.ts'
import { BYTE_ORDER_MARK, type Cell, type CsvStyle, csvLine } from '../exports/csv.ts'
import type { IncidentQuery } from '../stores/incident-feed.ts'
import type { IncidentStore } from '../stores/incident-store.ts'
import { type Column, columns, exportWords } from './export-words.ts'

const PAGE = 200

function valuesOf(incident: IncidentSummary, town: TownData, language: InterfaceLanguage): Record<Column, Cell> {
  const words = exportWords[language]
  const named = (list: TownData['categories' | 'departments'], id: string | null) =>
    textIn(list.find(each => each.id === id)?.name, language, town.defaultLanguage) || id
  const moment = (at: string | null) => {
    if (at === null) return null
    const { date, time } = townDateTime(new Date(at), town.timeZone)
    return `${date} ${time}`
  }
  const { place } = incident
  return {
    reference: incident.reference,
    summary: incident.summary,
    status: words.status[incident.status],
    category: named(town.categories, incident.category),
    department: named(town.departments, incident.departmentId),
    assignee: incident.assignee,
    priority: words.priority[incident.priority],
    opened: moment(incident.openedAt),
    changed: moment(incident.changedAt),
    answered: moment(incident.answeredAt),
    address: [place?.name, place?.address].filter(Boolean).join(', ') || null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    channel: words.channel[incident.channel],
  }
}

/** The incidents this person may see under a filter as a CSV file, page by page: however many, few are in memory. */
export async function* exportCsv(
  incidents: Pick<IncidentStore, 'page'>,
  scope: Scope,
  town: TownData,
  filter: Omit<IncidentQuery, 'since' | 'before' | 'limit'>,
  { language, style }: { language: InterfaceLanguage; style: CsvStyle },
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK +
    csvLine(
      columns.map(name => exportWords[language].column[name]),
      style,
    )
  let before: string | null | undefined
  while (before !== null) {
    const page = await incidents.page(scope, { ...filter, limit: PAGE, ...(before && { before }) })
    const lines = page?.incidents.map(incident => {
      const values = valuesOf(incident, town, language)
      return csvLine(
        columns.map(name => values[name]),
        style,
      )
    })
    if (lines?.length) yield lines.join('')
    before = page?.next ?? null
  }
}
