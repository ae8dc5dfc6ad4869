import type { IncidentStatus } from '@pregoner/shared'
import type { LucideIcon } from 'lucide-react'
import { CalendarClock, CircleCheck, CircleDot, CircleSlash, Copy, Forward, Loader, UserCheck } from 'lucide-react'

/** The icon and colour of each status, at the desk and where citizens look a reference up. */
export const statusLooks: { [Status in IncidentStatus]: { Icon: LucideIcon; tone: string } } = {
  new: { Icon: CircleDot, tone: 'new' },
  assigned: { Icon: UserCheck, tone: 'progress' },
  in_progress: { Icon: Loader, tone: 'progress' },
  planned: { Icon: CalendarClock, tone: 'progress' },
  resolved: { Icon: CircleCheck, tone: 'resolved' },
  closed: { Icon: CircleSlash, tone: 'neutral' },
  duplicate: { Icon: Copy, tone: 'neutral' },
  referred: { Icon: Forward, tone: 'neutral' },
}
