import { REMINDERS_FROM, REMINDERS_TO, type TownData, townDateTime } from '@pregoner/shared'
import { type Clock, createClock } from '../clock.ts'
import type { AppointmentRow } from '../stores/appointment-rows.ts'
import type { AppointmentSlots } from '../stores/appointment-slots.ts'
import type { AppointmentStore } from '../stores/appointment-store.ts'
import { type Reach, type TellDeps, tell, words } from './tell.ts'

const SWEEP_MS = 60_000
const BATCH = 100
const DAY_MS = 86_400_000

export interface ReminderDeps extends TellDeps {
  appointments: Pick<AppointmentStore, 'reminders' | 'reminded'>
  appointmentSlots: Pick<AppointmentSlots, 'clearBefore'>
  town: (townKey: string) => Promise<TownData | null>
  onAppointment: (townKey: string, departmentId: string) => void
}

const stateAfter = { freely: 'sent', by_template: 'sent_as_template', never: 'impossible' } as const satisfies Record<
  Reach,
  string
>

/** Whether somebody may be written to by themselves at this hour of their town. */
function isSensible(now: Date, { timeZone }: TownData): boolean {
  const { time } = townDateTime(now, timeZone)
  return time >= REMINDERS_FROM && time < REMINDERS_TO
}

/**
 * Reminds people of their appointments whose reminder is due. The words go out under an id of appointment and time, so
 * that a crash between saying it and noting it says nothing twice. What fell due while nothing ran waits for the day.
 */
export async function remind(deps: ReminderDeps): Promise<void> {
  for (;;) {
    const due = await deps.appointments.reminders(BATCH)
    const noted = await Promise.all(due.map(row => remindOne(row, deps)))
    if (due.length < BATCH || !noted.some(Boolean)) return
  }
}

async function remindOne(row: AppointmentRow, deps: ReminderDeps): Promise<boolean> {
  const now = deps.now()
  const town = await deps.town(row.town)
  const isOver = !town || row.at <= now || row.state !== 'booked'
  if (!isOver && !isSensible(now, town)) return false
  const id = `reminder:${row._id}:${row.sequence}`
  const reach = isOver ? null : await tell(row, id, words('appointment_reminder', row, town), deps)
  const noted = await deps.appointments.reminded(row, reach ? stateAfter[reach] : 'impossible')
  if (noted) deps.onAppointment(row.town, row.departmentId)
  return noted !== null
}

/** Looks every minute whose reminder is due. */
export function createReminderClock(deps: ReminderDeps, onFailure: (error: unknown) => void): Clock {
  let cleared = 0
  async function work(): Promise<void> {
    await remind(deps)
    const at = deps.now().getTime()
    if (at - cleared < DAY_MS) return
    cleared = at
    await deps.appointmentSlots.clearBefore(new Date(at - DAY_MS))
  }
  return createClock({ everyMs: SWEEP_MS, work, onFailure })
}
