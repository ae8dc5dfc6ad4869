import { appointmentFeed, id as entryId, roles } from '@pregoner/shared'
import { z } from 'zod'
import { feedFile } from '../appointments/feed-file.ts'
import { AppError } from '../errors.ts'
import type { AppointmentFeedStore } from '../stores/appointment-feed-store.ts'
import type { AppointmentStore } from '../stores/appointment-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { openRoute, townRoute } from './route.ts'

interface FeedDeps {
  appointmentFeeds: AppointmentFeedStore
  appointments: Pick<AppointmentStore, 'ofDepartment'>
  towns: TownStore
  audit: AuditStore
  now: () => Date
}

const EDITORS = roles.filter(role => role !== 'agent')
const MAX_FEEDS = 100
const PAST_DAYS = 31
const DAY_MS = 86_400_000
const feedId = z.string().regex(/^[\da-f]{12}$/)

/** Calendars that programs like Outlook follow. Whoever has the address reads them, so it can be revoked. */
export const appointmentFeedRoutes = ({ appointmentFeeds, appointments, towns, audit, now }: FeedDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/appointment-feeds',
    summary: 'The calendars that follow departments’ appointments, newest first; never their addresses.',
    roles: EDITORS,
    answer: z.array(appointmentFeed),
    run: ({ townKey }) => appointmentFeeds.list(townKey),
  }),
  townRoute({
    method: 'post',
    path: '/towns/:town/appointment-feeds',
    summary:
      'Makes a calendar of a department’s appointments. `token` is told this once; the address is `/api/calendar/<token>.ics`.',
    roles: EDITORS,
    body: z.strictObject({ departmentId: entryId, showsNames: z.boolean() }),
    answer: z.strictObject({ feed: appointmentFeed, token: z.string() }),
    async run({ townKey, personId }, { body: { departmentId, showsNames } }) {
      const town = await towns.get(townKey)
      if (!town?.departments.some(({ id }) => id === departmentId)) throw new AppError('unknown_entry')
      if ((await appointmentFeeds.count(townKey)) >= MAX_FEEDS) throw new AppError('too_many', 'calendars')
      const made = await appointmentFeeds.make(townKey, departmentId, showsNames)
      await audit.append({ town: townKey, personId, action: 'appointment_feed.make', object: made.feed.id, at: now() })
      return made
    },
  }),
  townRoute({
    method: 'delete',
    path: '/towns/:town/appointment-feeds/:feed',
    summary: 'Revokes a calendar: its address leads nowhere from now on.',
    roles: EDITORS,
    params: { feed: feedId },
    answer: z.strictObject({ ok: z.literal(true) }),
    async run({ townKey, personId }, { params }) {
      if (!(await appointmentFeeds.revoke(townKey, params.feed))) throw new AppError('not_found')
      await audit.append({ town: townKey, personId, action: 'appointment_feed.revoke', object: params.feed, at: now() })
      return { ok: true as const }
    },
  }),
  openRoute({
    method: 'get',
    path: '/calendar/:file',
    summary: 'A department’s appointments as iCalendar (RFC 5545), by the unguessable address a calendar was given.',
    params: {
      file: z
        .string()
        .max(80)
        .regex(/^[\w-]+\.ics$/),
    },
    async run({ params, response }) {
      const feed = await appointmentFeeds.open(params.file.slice(0, -'.ics'.length))
      const town = feed && (await towns.get(feed.town))
      if (!feed || !town) throw new AppError('not_found')
      const from = new Date(now().getTime() - PAST_DAYS * DAY_MS)
      const file = feedFile(town, feed, await appointments.ofDepartment(feed.town, feed.departmentId, from))
      response
        .set('Cache-Control', 'no-store')
        .set('Content-Type', 'text/calendar; charset=utf-8')
        .set('Content-Disposition', 'attachment; filename="appointments.ics"')
        .send(file)
    },
  }),
]
