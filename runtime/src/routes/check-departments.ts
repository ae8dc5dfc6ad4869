import { AppError } from '../errors.ts'
import type { TownStore } from '../stores/town-store.ts'

/** Throws `unknown_entry` when the town lacks one of these departments. */
export async function checkDepartments(
  towns: Pick<TownStore, 'get'>,
  townKey: string,
  ids: readonly string[] = [],
): Promise<void> {
  const town = await towns.get(townKey)
  if (!ids.every(id => town?.departments.some(department => department.id === id))) throw new AppError('unknown_entry')
}
