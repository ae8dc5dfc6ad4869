import { consentPage, consentQuery, erasureEntry, privacyRequestEntry } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { csvHeaders, csvLine, csvOf } from '../exports/csv.ts'
import { createAccessLog } from '../privacy/access-log.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { ConsentLedgerStore, LedgerCursor } from '../stores/consent-ledger-store.ts'
import type { ErasureStore } from '../stores/erasure-store.ts'
import type { PrivacyStore } from '../stores/privacy-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface PrivacyRouteDeps {
  privacy: Pick<PrivacyStore, 'newest'>
  erasures: Pick<ErasureStore, 'newest'>
  consentLedger: ConsentLedgerStore
  audit: Pick<AuditStore, 'append'>
  now: () => Date
}

const COLUMNS = ['at', 'contactName', 'phone', 'purpose', 'version', 'accepted', 'withdrawnAt', 'messageId', 'id']

const writeCursor = ({ at, behind }: LedgerCursor) => `${at.toISOString()}~${behind}`
function readCursor(cursor: string): LedgerCursor {
  const [time = '', behind = ''] = cursor.split(/~(.*)/s)
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) throw new AppError('bad_request', 'a cursor that is none of ours')
  return { at, behind }
}

/** What citizens agreed to, what they asked of their data, and the proofs that it was done. */
export function privacyRoutes({ privacy, erasures, consentLedger, audit, now }: PrivacyRouteDeps): Route[] {
  const access = createAccessLog({ audit, now })
  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/consents',
      summary: 'The consent ledger, newest first: who, which text, when, by which message, taken back when.',
      roles: ['administrator'],
      query: consentQuery,
      answer: consentPage,
      async run(scope, { query: { text = '', before, limit } }) {
        const cursor = before === undefined ? null : readCursor(before)
        const { entries, next } = await consentLedger.page(scope.townKey, text, limit, cursor)
        await access.note(scope, text ? 'consent.search' : 'consent.read', `found:${entries.length}`)
        return { entries, next: next && writeCursor(next) }
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/consents/export',
      summary: 'The consent ledger as CSV, as far as `text` finds it.',
      roles: ['administrator'],
      query: z.strictObject({ text: z.string().max(200).optional() }),
      async run({ townKey, personId }, { query: { text = '' }, response }) {
        await audit.append({ town: townKey, personId, action: 'consent.export', object: null, at: now() })
        response.set(csvHeaders(`pregoner-${townKey}-consents-${now().toISOString().slice(0, 10)}.csv`))
        response.write(csvOf([COLUMNS]))
        for await (const one of consentLedger.all(townKey, text)) {
          const { at, contactName, phone, purpose, version, accepted, withdrawnAt, messageId, id } = one
          response.write(csvLine([at, contactName, phone, purpose, version, accepted, withdrawnAt, messageId, id]))
        }
        response.end()
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/privacy-requests',
      summary: 'Citizens who asked for their data or for its deletion, newest first, and how far they were served.',
      roles: ['administrator'],
      answer: z.array(privacyRequestEntry),
      async run(scope) {
        const requests = await privacy.newest(scope)
        await access.note(scope, 'privacy.read', 'requests')
        return requests.map(({ id, request, channelKind, contactName, at, servedAt, link }) => ({
          ...{ id, request, channel: channelKind, contactName, at: at.toISOString() },
          servedAt: servedAt?.toISOString() ?? null,
          link: link ? { expiresAt: link.expiresAt.toISOString(), downloads: link.downloads } : null,
        }))
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/erasures',
      summary: 'The proofs of erasure, newest first: a keyed hash, when, and how many documents of what.',
      roles: ['administrator'],
      answer: z.array(erasureEntry),
      async run({ townKey }) {
        const proofs = await erasures.newest(townKey)
        return proofs.map(({ id, channelKind, requestedAt, finishedAt, wasTold, isForIdleness = false, counts }) => ({
          ...{ id, channel: channelKind, wasTold, isForIdleness, counts },
          requestedAt: requestedAt.toISOString(),
          finishedAt: finishedAt?.toISOString() ?? null,
        }))
      },
    }),
  ]
}
