import { id as entryId, type TownEntry, type TownList, townLists, townUse } from '@pregoner/shared'
import { z } from 'zod'
import { withCalendarHolidays } from '../calendars/public-holidays.ts'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { IncidentStore } from '../stores/incident-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { thingOf, withEntry, withoutEntry } from '../towns/entries.ts'
import { type UsesDeps, usesOf } from '../towns/uses.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface TownListDeps extends UsesDeps {
  towns: TownStore
  audit: AuditStore
  incidents: Pick<IncidentStore, 'retime'>
  live: Pick<Live, 'incidentChanged'>
  now: () => Date
}

const MAX_ENTRY_BYTES = 256 * 1024 // a calendar with years of holidays
const ok = z.strictObject({ ok: z.literal(true) })

/** The routes of one list: its entries are written one by one, so that two administrators do not undo each other. */
function routesOf<List extends TownList>(list: List, deps: TownListDeps): Route[] {
  const { towns, audit, incidents, live, now } = deps
  const schema: z.ZodType<TownEntry<List>> = townLists[list] as never
  const thing = thingOf[list]

  /** People whom citizens write to by name are part of their department; none may go while something names them. */
  async function checkPeople(townKey: string, entry: unknown, was: unknown): Promise<void> {
    if (list !== 'departments' || was === null) return
    const stays = new Set(townLists.departments.parse(entry).people.map(({ id }) => id))
    for (const { id } of townLists.departments.parse(was).people) {
      const uses = stays.has(id) ? [] : await usesOf(deps, townKey, 'person', id)
      if (uses.length > 0) throw new AppError('in_use', 'a person of the department', { current: uses })
    }
  }

  /** Deadlines are counted in the hours of departments, as they are now. */
  async function retime(townKey: string): Promise<void> {
    if (list !== 'departments' && list !== 'calendars') return
    for (const summary of await incidents.retime(townKey)) live.incidentChanged(townKey, summary)
  }

  return [
    townRoute({
      method: 'put',
      path: `/towns/:town/${list}/:id`,
      summary: `Saves one of the ${list}. "was" is what it replaces, null for a new one; if it is not, the answer is 409.`,
      roles: ['administrator'],
      params: { id: entryId },
      body: z.strictObject({ entry: schema, was: schema.nullable() }),
      maxJsonBytes: MAX_ENTRY_BYTES,
      answer: schema,
      async run({ townKey, personId }, { params, body }) {
        const town = await towns.get(townKey)
        if (!town || body.entry.id !== params.id) throw new AppError('not_found')
        await checkPeople(townKey, body.entry, body.was)
        const entry = await withCalendarHolidays(list, body.entry, town.defaultLanguage, now())
        await towns.change(townKey, current => withEntry(current, list, entry, body.was))
        await retime(townKey)
        await audit.append({ town: townKey, personId, action: `${thing}.save`, object: params.id, at: now() })
        return entry
      },
    }),
    townRoute({
      method: 'get',
      path: `/towns/:town/${list}/:id/uses`,
      summary: `What needs one of the ${list}: flows, open incidents, people, other settings.`,
      roles: ['administrator'],
      params: { id: entryId },
      answer: z.array(townUse),
      async run({ townKey }, { params }) {
        const town = await towns.get(townKey)
        if (!town?.[list].some(({ id }) => id === params.id)) throw new AppError('not_found')
        return usesOf(deps, townKey, thing, params.id)
      },
    }),
    townRoute({
      method: 'delete',
      path: `/towns/:town/${list}/:id`,
      summary: `Removes one of the ${list}. While something needs it the answer is 409 and says what.`,
      roles: ['administrator'],
      params: { id: entryId },
      answer: ok,
      async run({ townKey, personId }, { params }) {
        const uses = await usesOf(deps, townKey, thing, params.id)
        if (uses.length > 0) throw new AppError('in_use', `${thing} is needed`, { current: uses })
        await towns.change(townKey, current => withoutEntry(current, list, params.id))
        await audit.append({ town: townKey, personId, action: `${thing}.remove`, object: params.id, at: now() })
        return { ok: true as const }
      },
    }),
  ]
}

/** Departments, categories, topics and calendars of a town. They are read with the rest of the town. */
export const townListRoutes = (deps: TownListDeps): Route[] => [
  ...routesOf('departments', deps),
  ...routesOf('categories', deps),
  ...routesOf('topics', deps),
  ...routesOf('calendars', deps),
]
