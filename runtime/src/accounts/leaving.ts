import type { IncidentSummary } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import { incidentOr404, save } from '../incidents/answering.ts'
import { type ChangingDeps, change } from '../incidents/changing.ts'
import type { Locks } from '../locks/locks.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { InvitationStore } from '../stores/invitation-store.ts'
import type { ViewStore } from '../stores/view-store.ts'
import type { Scope } from './scope.ts'
import type { Staff } from './staff.ts'

const PAGE = 100
const MAX_TRIES = 5

interface LeavingDeps extends Omit<ChangingDeps, 'people'> {
  people: AccountStore
  invitations: Pick<InvitationStore, 'removeOf'>
  staff: Pick<Staff, 'find' | 'change'>
  locks: Pick<Locks, 'letGo'>
  views: Pick<ViewStore, 'forget'>
  signOut: (personId: string) => Promise<void>
}

const isStale = (error: unknown) => error instanceof AppError && error.code === 'stale'

/** What becomes of a person's work in a town when they leave it. */
export function createLeaving(deps: LeavingDeps) {
  const { people, invitations, staff, incidents, locks, views, signOut } = deps

  /** Does something with an incident as it is now, again when somebody else was quicker. */
  async function withNewest(act: () => Promise<unknown>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return void (await act())
      } catch (error) {
        if (!isStale(error) || tries >= MAX_TRIES) throw error
      }
    }
  }

  async function each(
    scope: Scope,
    query: { assignee: string } | { mentions: 'me' },
    act: (incident: IncidentSummary) => Promise<void>,
  ): Promise<void> {
    let before: string | undefined
    do {
      const page = await incidents.page(scope, { ...query, limit: PAGE, ...(before !== undefined && { before }) })
      for (const incident of page?.incidents ?? []) await act(incident)
      before = page?.next ?? undefined
    } while (before !== undefined)
  }

  /** Their open incidents wait for somebody else, and no note waits for them any more. */
  async function handBack(scope: Scope, personId: string): Promise<void> {
    await each(scope, { assignee: personId }, ({ id }) =>
      withNewest(async () => {
        const { rev, assigneeId } = await incidentOr404(deps, scope, id)
        if (assigneeId === personId) await change(deps, scope, id, { rev, assigneeId: null })
      }),
    )
    await each({ ...scope, personId }, { mentions: 'me' }, ({ id }) =>
      withNewest(async () => {
        const incident = await incidentOr404(deps, scope, id)
        const mentioned = incident.mentioned.filter(one => one !== personId)
        if (mentioned.length === incident.mentioned.length) return
        await save(deps, scope, incident, { set: { mentioned }, entries: [], outbox: [] }, 'incident.change')
      }),
    )
  }

  return {
    async duties(scope: Scope, personId: string): Promise<{ incidents: number; mentions: number }> {
      await staff.find(scope.townKey, personId)
      const { mine, mentions } = await incidents.counts({ ...scope, personId })
      return { incidents: mine, mentions }
    },

    /**
     * Throws `last_administrator`. They cannot come in from the first moment on; cut short anywhere, it is completed by
     * doing it again. Whoever has no other town loses the account as well: the name alone stays, for what they did.
     */
    async remove(scope: Scope, personId: string): Promise<void> {
      const { townKey } = scope
      const { person } = await staff.find(townKey, personId)
      await staff.change(townKey, personId, { isDisabled: true })
      await signOut(personId)
      await locks.letGo(townKey, personId)
      await handBack(scope, personId)
      await views.forget({ ...scope, personId })
      await invitations.removeOf(townKey, person.email)
      await people.removePart(personId, townKey)
      await handBack(scope, personId) // what a colleague gave them in that very moment
      await people.closeAccount(personId)
    },
  }
}
