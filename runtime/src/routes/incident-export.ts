import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { incidentQuery, interfaceLanguages, roles } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { csvHeaders } from '../exports/csv.ts'
import { exportCsv } from '../incidents/export-csv.ts'
import { exportWords } from '../incidents/export-words.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { IncidentStore } from '../stores/incident-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

interface ExportDeps {
  incidents: Pick<IncidentStore, 'page'>
  towns: Pick<TownStore, 'get'>
  audit: Pick<AuditStore, 'append'>
  now: () => Date
}

const query = incidentQuery.omit({ since: true, before: true, limit: true }).extend({
  language: z.enum(interfaceLanguages).default('ca'),
  style: z.enum(['comma', 'semicolon']).default('comma'),
})

/** The incident list as a file for a spreadsheet. */
export const incidentExportRoutes = ({ incidents, towns, audit, now }: ExportDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/incidents.csv',
    summary: 'The incidents under the feed’s filters as CSV, without names of citizens. Agents get their departments’.',
    roles,
    query,
    async run(scope, { query: { language, style, ...filter }, response }) {
      const town = await towns.get(scope.townKey)
      if (!town) throw new AppError('not_found')
      const at = now()
      await audit.append({ town: town.key, personId: scope.personId, action: 'incident.export', object: null, at })
      response.set(csvHeaders(`${exportWords[language].file}-${town.key}-${at.toISOString().slice(0, 10)}.csv`))
      const lines = exportCsv(incidents, scope, town, filter, { language, style })
      // Whoever stops the download ends it; they need no answer.
      await pipeline(Readable.from(lines), response).catch(error => {
        if (!response.destroyed) throw error
      })
    },
  }),
]
