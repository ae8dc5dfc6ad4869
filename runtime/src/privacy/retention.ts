import { randomUUID } from 'node:crypto'
import {
  type DataClass,
  dataClasses,
  keptSince,
  type RetentionPolicy,
  type RetentionTrial,
  townDate,
} from '@pregoner/shared'
import type { Scope } from '../accounts/scope.ts'
import type { Order } from '../pipeline/orders.ts'
import type { ConversationPlace } from '../pipeline/receive.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { Expiry, Forget } from '../stores/expiry/index.ts'
import type { RetentionStore, RunRow } from '../stores/retention-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { nightDue } from './retention-night.ts'

const PAGE = 50 // documents changed in one command, so that no other command waits long for it
const TRIAL_PAGE = 200 // they are only looked at
const MAX_REST_MS = 200

export interface RetentionDeps {
  retentions: RetentionStore
  expiry: Expiry
  towns: Pick<TownStore, 'get' | 'list'>
  audit: Pick<AuditStore, 'append'>
  order: (place: ConversationPlace, order: Order) => Promise<void>
  /** These incidents are without what has gone now. */
  onIncidents: (townKey: string, incidentIds: readonly string[]) => Promise<void>
  now: () => Date
  onFailure: (error: unknown) => void
}

/** Rests as long as a page took: whatever else there is to do gets half of the time. */
const rest = (begunAt: number) =>
  new Promise(resolve => setTimeout(resolve, Math.min(performance.now() - begunAt, MAX_REST_MS)))

export type Retention = ReturnType<typeof createRetention>

/** Lets go what has been kept long enough: tried out beforehand, every night, and by hand; always with a report. */
export function createRetention(deps: RetentionDeps) {
  const { retentions, expiry, towns, audit, now } = deps
  let isStopping = false

  /** What would go of one class; nothing does. */
  async function tried(town: string, name: DataClass, policy: RetentionPolicy): Promise<RetentionTrial[number]> {
    const before = keptSince(now(), policy[name])
    if (!before) return { name, count: 0, oldest: null }
    let count = 0
    let oldest = before
    const nobody = async () => {}
    for (const part of expiry.partsOf(name, { forget: nobody, forgetAnswers: nobody, before })) {
      for await (const page of part.pages(town, before, TRIAL_PAGE)) {
        count += page.length
        for (const { at } of page) if (at < oldest) oldest = at
      }
    }
    return { name, count, oldest: count > 0 ? oldest.toISOString() : null }
  }

  /** False when the run is somebody else's now, or is to be gone on with later. */
  async function clearClass(run: RunRow, name: DataClass): Promise<boolean> {
    const before = keptSince(run.startedAt, run.policy[name])
    if (!before) return true
    const ordered =
      (kind: 'forget_idle' | 'forget_answers'): Forget =>
      (place, idleBefore) =>
        deps.order(place, { kind, id: `${run._id}:${kind}`, idleBefore: idleBefore.toISOString() })
    const people = { forget: ordered('forget_idle'), forgetAnswers: ordered('forget_answers'), before }
    for (const part of expiry.partsOf(name, people)) {
      let begunAt = performance.now()
      for await (const page of part.pages(run.town, before, PAGE)) {
        if (isStopping) return false
        const { count, incidents } = await part.clear(
          run.town,
          page.map(({ id }) => id),
          now(),
        )
        if (!(await retentions.report(run, name, count, now()))) return false
        if (incidents.length > 0) await deps.onIncidents(run.town, incidents)
        await rest(begunAt)
        begunAt = performance.now()
      }
    }
    return true
  }

  async function carryOut(run: RunRow): Promise<void> {
    for (const name of dataClasses.filter(one => !run.done.includes(one))) {
      let isWhole = true
      try {
        if (!(await clearClass(run, name))) return
      } catch (error) {
        deps.onFailure(error)
        isWhole = false
      }
      await retentions.passed(run, name, isWhole, now())
    }
    await audit.append({
      town: run.town,
      personId: run.personId,
      action: 'privacy.retained',
      object: run._id,
      at: now(),
    })
    await retentions.finish(run, now())
  }

  async function orderNights(): Promise<void> {
    for (const { key } of await towns.list()) {
      const town = await towns.get(key)
      const day = town && nightDue(now(), town.timeZone, await retentions.lastNight(key))
      if (!day) continue
      const { policy } = await retentions.policyOf(key)
      const mine = { town: key, kind: 'nightly' as const, day, by: null, personId: null, policy }
      await retentions.begin({ _id: `${key}:${day}`, ...mine, startedAt: now() })
    }
  }

  return {
    /** How much of each class would go today under these periods. Changes nothing. */
    async trial(townKey: string, policy: RetentionPolicy): Promise<RetentionTrial> {
      const found: RetentionTrial = []
      for (const name of dataClasses) found.push(await tried(townKey, name, policy))
      return found
    },

    /** Orders a run under the town's own periods; durable before it returns. */
    async order({ townKey, personId, personName }: Scope): Promise<void> {
      const town = await towns.get(townKey)
      const { policy } = await retentions.policyOf(townKey)
      const _id = `${townKey}:${randomUUID()}`
      const day = townDate(now(), town?.timeZone ?? 'UTC')
      const its = { town: townKey, kind: 'by_hand' as const, day, by: personName, personId, policy }
      await retentions.begin({ _id, ...its, startedAt: now() })
      await audit.append({ town: townKey, personId, action: 'privacy.retain', object: _id, at: now() })
    },

    /** Orders the nightly run of every town whose night it is. */
    orderNights,

    /** Carries out every run that was ordered, or that a crash left half done. */
    async sweep(): Promise<void> {
      for (let run = await retentions.take(now()); run && !isStopping; run = await retentions.take(now()))
        await carryOut(run)
    },

    /** Nothing more is taken up; a run goes on from where it is after the next start. */
    stop(): void {
      isStopping = true
    },
  }
}
