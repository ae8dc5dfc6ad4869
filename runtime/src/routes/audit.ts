import { type AuditEntry, auditPage, auditQuery, auditVerification } from '@pregoner/shared'
import type { Response } from 'express'
import { z } from 'zod'
import type { Accounts } from '../accounts/accounts.ts'
import { csvHeaders, csvLine, csvOf } from '../exports/csv.ts'
import type { AuditLine, AuditStore } from '../stores/audit-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface AuditRouteDeps {
  audit: AuditStore
  accounts: Pick<Accounts, 'names'>
  now: () => Date
}

const COLUMNS = ['n', 'at', 'personId', 'action', 'object', 'prev', 'hash', 'isIntact']
const format = z.strictObject({ format: z.enum(['csv', 'json']).default('csv') })

async function named(
  lines: readonly (AuditLine & { n?: number; hash?: string })[],
  accounts: AuditRouteDeps['accounts'],
): Promise<AuditEntry[]> {
  const names = await accounts.names(lines.flatMap(({ personId }) => personId ?? []))
  return lines.map(({ n, at, personId, action, object, hash }) => ({
    n: n ?? null,
    at: at.toISOString(),
    personId,
    personName: personId === null ? null : (names.get(personId) ?? null),
    action,
    object,
    hash: hash ?? null,
  }))
}

/** Writes the chain as it is read, however long it is, with what became of its verification at the end. */
async function writeCsv(response: Response, exported: ReturnType<AuditStore['exported']>): Promise<void> {
  response.write(csvOf([COLUMNS]))
  for (;;) {
    const { value, done } = await exported.next()
    if (done) {
      const { isIntact, lines, fault, lastHash } = value
      const outcome = fault ? `${fault.kind} ${fault.n}` : 'intact'
      response.end(csvLine(['verification', null, null, outcome, String(lines), null, lastHash, isIntact]))
      return
    }
    const { n, at, personId, action, object, prev, hash } = value.line
    response.write(csvLine([n, at.toISOString(), personId, action, object, prev, hash, value.isIntact]))
  }
}

async function writeJson(response: Response, exported: ReturnType<AuditStore['exported']>): Promise<void> {
  response.type('application/json').write('{"lines":[')
  for (let separator = ''; ; separator = ',\n') {
    const { value, done } = await exported.next()
    if (done) {
      response.end(`],"verification":${JSON.stringify(value)}}`)
      return
    }
    const { town: _, ...line } = value.line
    response.write(separator + JSON.stringify({ ...line, isIntact: value.isIntact }))
  }
}

/** The town's activity log: read, verified, taken out as a file. */
export const auditRoutes = ({ audit, accounts, now }: AuditRouteDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/audit',
    summary: 'The activity log, newest first: who did what, and who looked at personal data.',
    roles: ['administrator'],
    query: auditQuery,
    answer: auditPage,
    async run({ townKey }, { query: { before, ...wanted } }) {
      const { lines, next } = await audit.page(townKey, wanted, before ?? null)
      return { entries: await named(lines, accounts), next: next === null ? null : String(next) }
    },
  }),
  townRoute({
    method: 'get',
    path: '/towns/:town/audit/verification',
    summary: 'Works the chain of the activity log out again and tells the first line that is not as it was written.',
    roles: ['administrator'],
    answer: auditVerification,
    run: ({ townKey }) => audit.verify(townKey),
  }),
  townRoute({
    method: 'get',
    path: '/towns/:town/audit/export',
    summary: 'The whole activity log as CSV or JSON, with its hashes and the result of their verification.',
    roles: ['administrator'],
    query: format,
    async run({ townKey, personId }, { query: { format: kind }, response }) {
      await audit.append({ town: townKey, personId, action: 'audit.export', object: kind, at: now() })
      response.set(csvHeaders(`pregoner-${townKey}-audit-${now().toISOString().slice(0, 10)}.${kind}`))
      const exported = audit.exported(townKey)
      await (kind === 'csv' ? writeCsv(response, exported) : writeJson(response, exported))
    },
  }),
]
