import type { Role } from '@pregoner/shared'
import { lazyPart } from '../frame/lazy-part.ts'

const everybody: readonly Role[] = ['administrator', 'officer']
const withAgents: readonly Role[] = [...everybody, 'agent']
const administrators: readonly Role[] = ['administrator']

/** Headings over the sections, in the order in which they are shown. */
export const settingsGroups = ['groupChannels', 'groupTown', 'groupContent', 'groupData'] as const

/**
 * Every section of the settings. `path` is its address and its name in `words/sections.ts`; its file exports the section
 * as its default and is fetched when somebody opens it.
 */
const sections = [
  { path: 'channels', group: 'groupChannels', roles: everybody, Section: lazyPart(() => import('./channels.tsx')) },
  { path: 'posters', group: 'groupChannels', roles: everybody, Section: lazyPart(() => import('./posters.tsx')) },
  { path: 'templates', group: 'groupChannels', roles: everybody, Section: lazyPart(() => import('./templates.tsx')) },
  { path: 'tariffs', group: 'groupChannels', roles: administrators, Section: lazyPart(() => import('./tariffs.tsx')) },
  { path: 'town', group: 'groupTown', roles: administrators, Section: lazyPart(() => import('./town.tsx')) },
  { path: 'people', group: 'groupTown', roles: administrators, Section: lazyPart(() => import('./people.tsx')) },
  { path: 'departments', group: 'groupTown', roles: everybody, Section: lazyPart(() => import('./departments.tsx')) },
  { path: 'categories', group: 'groupTown', roles: everybody, Section: lazyPart(() => import('./categories.tsx')) },
  { path: 'topics', group: 'groupTown', roles: everybody, Section: lazyPart(() => import('./topics.tsx')) },
  { path: 'calendars', group: 'groupTown', roles: everybody, Section: lazyPart(() => import('./calendars.tsx')) },
  {
    path: 'appointments',
    group: 'groupTown',
    roles: everybody,
    Section: lazyPart(() => import('../appointments/services.tsx')),
  },
  {
    path: 'notices',
    group: 'groupTown',
    roles: administrators,
    Section: lazyPart(() => import('./notice-rules.tsx')),
  },
  { path: 'ground', group: 'groupTown', roles: administrators, Section: lazyPart(() => import('./ground/ground.tsx')) },
  { path: 'tables', group: 'groupContent', roles: withAgents, Section: lazyPart(() => import('./tables.tsx')) },
  {
    path: 'replies',
    group: 'groupContent',
    roles: withAgents,
    Section: lazyPart(() => import('./saved-replies.tsx')),
  },
  {
    path: 'api-keys',
    group: 'groupData',
    roles: administrators,
    Section: lazyPart(() => import('./api-keys/api-keys.tsx')),
  },
  {
    path: 'privacy',
    group: 'groupData',
    roles: administrators,
    Section: lazyPart(() => import('../privacy/data-requests.tsx')),
  },
  {
    path: 'retention',
    group: 'groupData',
    roles: administrators,
    Section: lazyPart(() => import('../privacy/retention.tsx')),
  },
  {
    path: 'consents',
    group: 'groupData',
    roles: administrators,
    Section: lazyPart(() => import('../privacy/consents.tsx')),
  },
  {
    path: 'activity',
    group: 'groupData',
    roles: administrators,
    Section: lazyPart(() => import('../privacy/activity.tsx')),
  },
] as const

/** The sections that somebody with this role may open. */
export const settingsSectionsFor = (role: Role) => sections.filter(({ roles }) => roles.includes(role))
