import { type Calendar, type Deadlines, hasEnded, nextDue, type Pause, type TownData } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { IncidentClock, IncidentRow } from './incident-rows.ts'

/** What of a town decides when its incidents are due. */
export type Hours = Pick<TownData, 'departments' | 'categories' | 'calendars'>

/** What decides when an incident is due. */
type Timed = Pick<IncidentRow, 'town' | 'departmentId' | 'openedAt' | 'answeredAt' | 'status'> & Partial<IncidentClock>

const calendarOf = ({ departments, calendars }: Hours, departmentId: string): Calendar | null => {
  const calendarId = departments.find(({ id }) => id === departmentId)?.calendarId
  return calendars.find(({ id }) => id === calendarId) ?? null
}

/** The pauses once the clock stands still, or goes on. */
function pausesAfter(pauses: readonly Pause[], isPaused: boolean, at: Date): Pause[] {
  const last = pauses.at(-1)
  const isOpen = last?.to === null
  if (isPaused === isOpen) return [...pauses]
  return last && isOpen ? [...pauses.slice(0, -1), { ...last, to: at }] : [...pauses, { from: at, to: null }]
}

/** Tells when incidents are due, by the calendars of their departments as they are now. */
export function createIncidentClock(connection: Connection) {
  const towns = connection.collection<{ _id: string; data: Hours }>('towns')

  async function hoursOf(townKey: string): Promise<Hours> {
    const fields = { 'data.departments': 1, 'data.categories': 1, 'data.calendars': 1 }
    const row = await towns.findOne({ _id: townKey }, { projection: fields })
    return row?.data ?? { departments: [], categories: [], calendars: [] }
  }

  const clockBy = (hours: Hours | null, row: Timed, deadlines: Deadlines | null, at: Date): IncidentClock => {
    const ended = hasEnded(row.status)
    const waitingSince = ended ? null : (row.waitingSince ?? null)
    const pauses = pausesAfter(row.pauses ?? [], ended || waitingSince !== null, at)
    const { openedAt, answeredAt } = row
    const calendar = hours && calendarOf(hours, row.departmentId)
    return { deadlines, pauses, waitingSince, ...nextDue({ openedAt, answeredAt, deadlines, pauses }, calendar) }
  }

  return {
    hoursOf,

    /** The clock of an incident that is opened now, with what its category promises. */
    async start(row: Timed & Pick<IncidentRow, 'category'>): Promise<IncidentClock> {
      const hours = row.category === null ? null : await hoursOf(row.town)
      const promised = hours?.categories.find(({ id }) => id === row.category)?.deadlines ?? null
      return clockBy(hours, row, promised, row.openedAt)
    },

    /** The clock of an incident that has been changed at this moment; whoever knows the town's hours gives them. */
    async after(row: Timed, at: Date, known: Hours | null = null): Promise<IncidentClock> {
      const deadlines = row.deadlines ?? null
      return clockBy(deadlines && (known ?? (await hoursOf(row.town))), row, deadlines, at)
    },
  }
}
export type Clock = ReturnType<typeof createIncidentClock>
