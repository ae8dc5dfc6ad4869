import {
  type IncidentChoice,
  type IncidentPage,
  type IncidentSpots,
  type incidentQuery,
  MAX_SPOTS,
} from '@pregoner/shared'
import type { Model, QueryFilter } from 'mongoose'
import { trusted } from 'mongoose'
import type { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { departmentsOf } from '../accounts/scope.ts'
import { fold } from './fold.ts'
import { handFilters } from './incident-hands.ts'
import type { IncidentRow } from './incident-rows.ts'
import { leaving, summaryFields, toSummary } from './incident-rows.ts'
import { type SpotRow, spotFields, spotsOf } from './incident-spots.ts'
import type { WithWindows } from './reply-windows.ts'

const OVERLAP_MS = 10_000 // clocks of several nodes differ, and a write may become visible after a later one
const MAX_WORDS = 6

export type IncidentQuery = z.infer<typeof incidentQuery>
type Filter = QueryFilter<IncidentRow>

interface Cursor {
  at: Date
  /** Goes on right behind this incident; without it, everything of that time once more. */
  behind: string | null
}

const writeCursor = (at: Date, behind: string | null = null) =>
  behind === null ? at.toISOString() : `${at.toISOString()}~${behind}`

/** Null for a cursor that we never gave out. */
function readCursor(cursor: string): Cursor | null {
  const [time = '', behind] = cursor.split(/~(.*)/s)
  const at = new Date(time)
  return Number.isNaN(at.getTime()) ? null : { at, behind: behind ?? null }
}

const literally = (word: string) => new RegExp(word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))

const containing = (text: string): Filter => ({
  $and: fold(text)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MAX_WORDS)
    .map(word => ({ search: literally(word) })),
})

/** Reading the feed: newest first by pages, all at once for the map, or what has changed since a cursor. */
export function createIncidentFeed(
  Incidents: Model<IncidentRow>,
  { inScope, withWindows, now }: { inScope: (scope: Scope) => Filter; withWindows: WithWindows; now: () => Date },
) {
  /** What an agent's feed must know: their departments' incidents, and those that have just left them. */
  const watched = (scope: Scope): Filter => {
    const departments = departmentsOf(scope)
    if (!departments) return { town: scope.townKey }
    const mine = trusted({ $in: [...departments] })
    return { town: scope.townKey, $or: [{ departmentId: mine }, { handedFrom: mine }] }
  }

  async function changedSince(scope: Scope, { at, behind }: Cursor, limit: number): Promise<IncidentPage> {
    const readAt = now()
    const from: Filter = behind
      ? {
          changedAt: trusted({ $gte: at }), // says nothing new, but lets the index begin there
          $or: [{ changedAt: trusted({ $gt: at }) }, { changedAt: at, _id: trusted({ $gt: behind }) }],
        }
      : { changedAt: trusted({ $gte: new Date(at.getTime() - OVERLAP_MS) }) }
    const rows = await Incidents.find({ $and: [watched(scope), from] }, summaryFields)
      .sort({ changedAt: 1, _id: 1 })
      .limit(limit + 1)
      .lean()
    const page = await withWindows(rows.slice(0, limit))
    const last = page.at(-1)
    const goesOn = rows.length > limit && last ? `since~${writeCursor(last.changedAt, last._id)}` : null
    const departments = departmentsOf(scope)
    return {
      incidents: page.map(row => {
        const summary = toSummary(row)
        return !departments || departments.includes(row.departmentId) ? summary : leaving(summary)
      }),
      cursor: goesOn ? writeCursor(at, behind) : writeCursor(readAt),
      next: goesOn,
      total: null,
    }
  }

  function chosen(scope: Scope, choice: IncidentChoice, at: Date): Filter[] {
    const { status, departmentId, category, districtId, text } = choice
    const filters: Filter[] = [inScope(scope)]
    if (status) filters.push({ status })
    if (departmentId) filters.push({ departmentId })
    if (category) filters.push({ category })
    if (districtId) filters.push({ districtId })
    if (text?.trim()) filters.push(containing(text))
    return [...filters, ...handFilters(scope, choice, at)]
  }

  const older = ({ at, behind }: Cursor): Filter => ({
    openedAt: trusted({ $lte: at }), // says nothing new, but lets the index begin there
    $or: [{ openedAt: trusted({ $lt: at }) }, { openedAt: at, _id: trusted({ $lt: behind ?? '' }) }],
  })

  async function newest(
    scope: Scope,
    { limit, ...choice }: IncidentQuery,
    before: Cursor | null,
  ): Promise<IncidentPage> {
    const readAt = now()
    const filters = chosen(scope, choice, readAt)
    const [rows, total] = await Promise.all([
      Incidents.find({ $and: before ? [...filters, older(before)] : filters }, summaryFields)
        .sort({ openedAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean(),
      before ? null : Incidents.countDocuments({ $and: filters }),
    ])
    const page = await withWindows(rows.slice(0, limit))
    const last = page.at(-1)
    return {
      incidents: page.map(toSummary),
      cursor: writeCursor(readAt),
      next: rows.length > limit && last ? writeCursor(last.openedAt, last._id) : null,
      total,
    }
  }

  return {
    /**
     * A page of the feed. With `since` everything that has changed, oldest change first, whatever the other filters
     * say. `next` goes on as `before` in both cases. Null when a cursor is none of ours.
     */
    async page(scope: Scope, query: IncidentQuery): Promise<IncidentPage | null> {
      const more = query.before?.match(/^since~(.*)$/s)?.[1]
      const since = more ?? query.since
      const cursor = readCursor(since ?? query.before ?? now().toISOString())
      if (!cursor) return null
      if (since !== undefined) return changedSince(scope, cursor, query.limit)
      return newest(scope, query, query.before === undefined ? null : cursor)
    },

    /** Where all that a filter matches is, however many pages the feed has of it: the newest `MAX_SPOTS`. */
    async spots(scope: Scope, choice: IncidentChoice): Promise<IncidentSpots> {
      const rows = await Incidents.find({ $and: chosen(scope, choice, now()) }, spotFields)
        .sort({ openedAt: -1, _id: -1 })
        .limit(MAX_SPOTS + 1)
        .lean<SpotRow[]>()
      return { spots: spotsOf(rows.slice(0, MAX_SPOTS)), isCut: rows.length > MAX_SPOTS }
    },
  }
}
