import type { Role, TownData } from '@pregoner/shared'
import { CalendarCheck, ChartColumn, Inbox, Megaphone, MessagesSquare, Settings, Workflow } from 'lucide-react'

const sections = [
  { path: 'flows', Icon: Workflow, roles: ['administrator', 'officer'] },
  { path: 'incidents', Icon: Inbox, roles: ['administrator', 'officer', 'agent'] },
  { path: 'conversations', Icon: MessagesSquare, roles: ['administrator', 'officer', 'agent'] },
  { path: 'appointments', Icon: CalendarCheck, roles: ['administrator', 'officer', 'agent'] },
  { path: 'broadcasts', Icon: Megaphone, roles: ['administrator', 'officer'] },
  { path: 'statistics', Icon: ChartColumn, roles: ['administrator', 'officer', 'agent'] },
  { path: 'settings', Icon: Settings, roles: ['administrator', 'officer', 'agent'] },
] as const

/** The sections of a town that somebody with this role may open; appointments where any are given. */
export const sectionsFor = (role: Role, town: Pick<TownData, 'bookableServices'> | undefined) =>
  sections.filter(
    ({ path, roles }) =>
      roles.some(known => known === role) && (path !== 'appointments' || (town?.bookableServices ?? []).length > 0),
  )
