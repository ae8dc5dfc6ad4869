import type { Flow, PeopleMove, ScheduledVersion } from '@pregoner/shared'
import type { Connection } from 'mongoose'

/** A drawing that waits for its time, as it was when somebody scheduled it. One for each flow. */
export interface Schedule {
  /** `town:flowId` */
  _id: string
  town: string
  flowId: string
  /** The publication it will be: it makes one version, however often that is tried. */
  publication: string
  flow: Flow
  rev: number
  note: string
  people: PeopleMove[]
  by: string
  personId: string | null
  publishAt: Date
  at: Date
  /** Until when another process leaves it alone. */
  claimedUntil: Date
  failure: { at: Date; why: 'problems' | 'tests' | 'too_large'; count: number } | null
}

export const scheduleIndexes = [{ key: { publishAt: 1 } }, { key: { town: 1 } }] as const

export type ScheduleStore = ReturnType<typeof createScheduleStore>

const scheduleId = (townKey: string, flowId: string) => `${townKey}:${flowId}`

export const toScheduledVersion = (row: Omit<Schedule, 'flow'>): ScheduledVersion => ({
  publishAt: row.publishAt.toISOString(),
  note: row.note,
  by: row.by,
  at: row.at.toISOString(),
  rev: row.rev,
  failure: row.failure && { ...row.failure, at: row.failure.at.toISOString() },
})

export function createScheduleStore(connection: Connection) {
  const schedules = connection.collection<Schedule>('flow_schedules')
  const without = { projection: { flow: 0 } } as const
  return {
    /** Puts a drawing in the place of whatever waited for this flow. */
    async put(schedule: Omit<Schedule, '_id' | 'claimedUntil' | 'failure'>): Promise<void> {
      const _id = scheduleId(schedule.town, schedule.flowId)
      const row = { ...schedule, claimedUntil: new Date(0), failure: null }
      await schedules.replaceOne({ _id }, row, { upsert: true })
    },

    /** Without the drawing; null when nothing is scheduled. */
    of: (townKey: string, flowId: string): Promise<Omit<Schedule, 'flow'> | null> =>
      schedules.findOne({ _id: scheduleId(townKey, flowId) }, without),

    async ofTown(townKey: string): Promise<ReadonlyMap<string, ScheduledVersion>> {
      const rows = await schedules.find({ town: townKey }, without).toArray()
      return new Map(rows.map(row => [row.flowId, toScheduledVersion(row)]))
    },

    /** Forgets what waits for a flow; tells whether there was something. */
    async remove(townKey: string, flowId: string): Promise<boolean> {
      return (await schedules.deleteOne({ _id: scheduleId(townKey, flowId) })).deletedCount > 0
    },

    /** Takes one whose time has come, and keeps it from others until `until`; null when there is none. */
    claim: (now: Date, until: Date): Promise<Schedule | null> =>
      schedules.findOneAndUpdate(
        { publishAt: { $lte: now }, failure: null, claimedUntil: { $lte: now } },
        { $set: { claimedUntil: until } },
        { sort: { publishAt: 1 }, returnDocument: 'after' },
      ),

    /** Whether nobody has taken it back, or put another in its place, since it was claimed. */
    async stands({ _id, publication }: Pick<Schedule, '_id' | 'publication'>): Promise<boolean> {
      return (await schedules.findOne({ _id, publication }, { projection: { _id: 1 } })) !== null
    },

    /** It is published, or can never be. A newer schedule in its place stays. */
    async finish({ _id, publication }: Pick<Schedule, '_id' | 'publication'>): Promise<void> {
      await schedules.deleteOne({ _id, publication })
    },

    async fail({ _id, publication }: Schedule, failure: NonNullable<Schedule['failure']>): Promise<void> {
      await schedules.updateOne({ _id, publication }, { $set: { failure } })
    },
  }
}
