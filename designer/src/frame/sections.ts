import type { Role } from '@pregoner/shared'
import { ChartColumn, Inbox, Megaphone, MessagesSquare, Settings, Workflow } from 'lucide-react'

const sections = [
  { path: 'flows', Icon: Workflow, roles: ['administrator', 'officer'] },
  { path: 'incidents', Icon: Inbox, roles: ['administrator', 'officer', 'agent'] },
  { path: 'conversations', Icon: MessagesSquare, roles: ['administrator', 'officer', 'agent'] },
  { path: 'broadcasts', Icon: Megaphone, roles: ['administrator', 'officer'] },
  { path: 'statistics', Icon: ChartColumn, roles: ['administrator', 'officer', 'agent'] },
  { path: 'settings', Icon: Settings, roles: ['administrator', 'officer', 'agent'] },
] as const

/** The sections of a town that somebody with this role may open. */
export const sectionsFor = (role: Role) => sections.filter(({ roles }) => roles.some(known => known === role))
