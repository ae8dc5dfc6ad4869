import type { Colleague } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { Scope } from './scope.ts'
import { departmentsOf } from './scope.ts'

/** Whether somebody sees the incidents of a department. */
const sees = ({ role, departments }: Pick<Colleague, 'role' | 'departments'>, departmentId: string): boolean =>
  role !== 'agent' || departments.includes(departmentId)

/** Who can be given incidents that this person sees, and the person; agents learn of their own departments only. */
export async function colleaguesOf(people: Pick<AccountStore, 'inTown'>, scope: Scope): Promise<Colleague[]> {
  const limit = departmentsOf(scope)
  const { personId, personName, role, departments } = scope
  const all = (await people.inTown(scope.townKey)).flatMap(({ id, name, parts }): Colleague[] => {
    const part = parts.find(({ townKey }) => townKey === scope.townKey)
    if (!part || part.isDisabled) return []
    const seen = part.departments.filter(one => limit === null || limit.includes(one))
    if (part.role === 'agent' && limit !== null && seen.length === 0) return []
    return [{ id, name, role: part.role, departments: part.role === 'agent' ? seen : [] }]
  })
  const isListed = all.some(({ id }) => id === personId)
  return isListed ? all : [{ id: personId, name: personName, role, departments: [...departments] }, ...all]
}

/** Those who see the incidents of one department. */
export const colleaguesAt = (colleagues: readonly Colleague[], departmentId: string): Colleague[] =>
  colleagues.filter(one => sees(one, departmentId))

/** The colleague with this id, who must see the department. */
export async function colleagueAt(
  people: Pick<AccountStore, 'inTown'>,
  scope: Scope,
  departmentId: string,
  personId: string,
): Promise<Colleague> {
  const known = colleaguesAt(await colleaguesOf(people, scope), departmentId)
  const one = known.find(({ id }) => id === personId)
  if (!one) throw new AppError('no_colleague')
  return one
}
