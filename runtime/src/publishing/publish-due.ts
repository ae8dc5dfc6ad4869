import type { Notice, Problem } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import { checkDrawing, freeze, type PublishingDeps } from '../routes/publishing.ts'
import type { Live } from '../sockets/live.ts'
import type { NoticeStore } from '../stores/notice-store.ts'
import type { Schedule, ScheduleStore } from '../stores/schedule-store.ts'
import { countOf, type Failure, failureNotice } from './failure-notice.ts'

const CLAIM_MS = 60_000 // longer than checking the largest flow with all its tests takes

export interface DueDeps extends Omit<PublishingDeps, 'live'> {
  schedules: ScheduleStore
  notices: Pick<NoticeStore, 'insert'>
  live: Pick<Live, 'flowChanged' | 'notice'>
}

/** What keeps the drawing from being published now; null when nothing does. */
async function failureOf(deps: DueDeps, { town, flow }: Schedule): Promise<Failure | null> {
  try {
    await checkDrawing(deps, town, flow)
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { problems = [], tests = [] } = error.details
    const errors = (problems as Problem[]).filter(({ severity }) => severity === 'error') // they are the checker's own
    if (error.code === 'problems') return { why: 'problems', problems: errors }
    if (error.code === 'tests') return { why: 'tests', count: tests.length }
    if (error.code === 'too_large') return { why: 'too_large' }
    throw error
  }
}

async function refuse(deps: DueDeps, schedule: Schedule, failure: Failure): Promise<void> {
  const { schedules, notices, towns, live, audit, now } = deps
  const { town, flow, publication, personId, flowId, by, rev } = schedule
  const data = await towns.get(town)
  if (!data) return schedules.finish(schedule)
  const at = now()
  const notice: Notice = {
    id: `schedule ${publication}`,
    departmentId: '',
    text: failureNotice(flow, data, failure),
    at: at.toISOString(),
  }
  await notices.insert([{ _id: notice.id, town, departmentId: '', text: notice.text, at }])
  await schedules.fail(schedule, { at, why: failure.why, count: countOf(failure) })
  await audit.append({ town, personId, action: 'flow.schedule_failed', object: flowId, at })
  live.notice(town, notice)
  live.flowChanged(town, { flowId, rev, by })
}

/**
 * Publishes one drawing whose time has come; false when there is none. It is checked again first, which takes a while:
 * whoever takes it back meanwhile is heard. The publication makes one version: a process that dies half way leaves it
 * to the next, which finds what was done.
 */
export async function publishDue(deps: DueDeps): Promise<boolean> {
  const { schedules, flows, now } = deps
  const claimedAt = now()
  const schedule = await schedules.claim(claimedAt, new Date(claimedAt.getTime() + CLAIM_MS))
  if (!schedule) return false
  const { town, flow, publication, note, people, personId, by } = schedule
  const isDone = await flows.isPublication(publication)
  const failure = isDone ? null : await failureOf(deps, schedule)
  if (!(await schedules.stands(schedule))) return true
  if (failure) {
    await refuse(deps, schedule, failure)
    return true
  }
  const publisher = { townKey: town, personId, personName: by }
  const version = await freeze(deps, publisher, { id: publication, flow, note, people })
  const isGone = version === null && (await flows.revision(town, flow.id)) === null
  if (version || isGone) await schedules.finish(schedule) // else somebody published just now: the claim runs out, and again
  return true
}
