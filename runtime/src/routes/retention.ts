import {
  changeRetention,
  dataClasses,
  type RetentionRun,
  type RetentionView,
  retentionRun,
  retentionTrial,
  retentionView,
  tryRetention,
} from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { csvHeaders, csvLine, csvOf } from '../exports/csv.ts'
import type { Retention } from '../privacy/retention.ts'
import type { RetentionClock } from '../privacy/retention-clock.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { RetentionStore, RunRow } from '../stores/retention-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface RetentionRouteDeps {
  retentions: RetentionStore
  retention: Pick<Retention, 'trial' | 'order'>
  retentionClock: Pick<RetentionClock, 'wake'>
  audit: Pick<AuditStore, 'append'>
  now: () => Date
}

const MAX_SHOWN = 60 // two months of nights; the file has them all
const COLUMNS = ['startedAt', 'finishedAt', 'kind', 'by', 'interruptions', ...dataClasses, 'failed', 'id']

const toRun = (row: RunRow): RetentionRun => ({
  ...{ id: row._id, kind: row.kind, by: row.by, counts: row.counts, failed: row.failed },
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  interruptions: Math.max(0, row.starts - 1),
})

/** How long a town keeps what: its periods, what they would let go, and the reports of what has gone. */
export function retentionRoutes({ retentions, retention, retentionClock, audit, now }: RetentionRouteDeps): Route[] {
  async function viewOf(townKey: string): Promise<RetentionView> {
    const { policy, rev, by, at } = await retentions.policyOf(townKey)
    return { policy, rev, changedBy: by, changedAt: at?.toISOString() ?? null }
  }

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/retention',
      summary: 'How long each class of data is kept.',
      roles: ['administrator'],
      answer: retentionView,
      run: ({ townKey }) => viewOf(townKey),
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/retention',
      summary: 'Changes how long each class of data is kept. Nothing goes before the next run.',
      roles: ['administrator'],
      body: changeRetention,
      answer: retentionView,
      async run({ townKey, personId, personName }, { body: { policy, rev } }) {
        if (!(await retentions.change(townKey, policy, rev, personName, now()))) throw new AppError('stale')
        const object = dataClasses.map(name => `${name}=${wordFor(policy[name])}`).join(' ')
        await audit.append({ town: townKey, personId, action: 'privacy.retention', object, at: now() })
        return viewOf(townKey)
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/retention/trial',
      summary: 'Counts what would go today if data were kept for so long. Changes nothing.',
      roles: ['administrator'],
      body: tryRetention,
      answer: retentionTrial,
      run: ({ townKey }, { body: { policy } }) => retention.trial(townKey, policy),
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/retention/runs',
      summary: 'The reports of what has gone, newest first.',
      roles: ['administrator'],
      answer: z.array(retentionRun),
      run: async ({ townKey }) => (await retentions.newest(townKey)).slice(0, MAX_SHOWN).map(toRun),
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/retention/runs',
      summary: 'Lets go now what has been kept long enough; the report tells how far it is.',
      roles: ['administrator'],
      answer: z.array(retentionRun),
      async run(scope) {
        if (await retentions.isRunning(scope.townKey)) throw new AppError('stale')
        await retention.order(scope)
        void retentionClock.wake()
        return (await retentions.newest(scope.townKey)).slice(0, MAX_SHOWN).map(toRun)
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/retention/runs/export',
      summary: 'The reports as CSV.',
      roles: ['administrator'],
      async run({ townKey, personId }, { response }) {
        await audit.append({ town: townKey, personId, action: 'privacy.retention_export', object: null, at: now() })
        response.set(csvHeaders(`pregoner-${townKey}-retention-${now().toISOString().slice(0, 10)}.csv`))
        response.write(csvOf([COLUMNS]))
        for (const row of await retentions.newest(townKey)) {
          const { id, kind, by, startedAt, finishedAt, interruptions, counts, failed } = toRun(row)
          const each = dataClasses.map(name => counts[name] ?? 0)
          response.write(
            csvLine([startedAt, finishedAt, kind, by, interruptions, ...each, failed.join(' ') || null, id]),
          )
        }
        response.end()
      },
    }),
  ]
}

const wordFor = (kept: { count: number; unit: string } | null): string =>
  kept ? `${kept.count}${kept.unit[0]}` : 'ever'
