import type { ChangedIncidents, changeIncidents } from '@pregoner/shared'
import type { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { ChangingDeps } from './changing.ts'
import { change } from './changing.ts'

/** Makes one change of several incidents, each for itself: what cannot be changed keeps nothing else from it. */
export async function changeMany(
  deps: ChangingDeps,
  scope: Scope,
  { incidents, change: asked }: z.infer<typeof changeIncidents>,
): Promise<ChangedIncidents> {
  const results: ChangedIncidents['results'] = []
  for (const { id, rev } of incidents) {
    try {
      await change(deps, scope, id, { ...asked, rev })
      results.push({ id, failed: null })
    } catch (error) {
      if (!(error instanceof AppError)) {
        deps.log.error({ event: 'change_failed', name: error instanceof Error ? error.name : typeof error })
      }
      results.push({ id, failed: error instanceof AppError ? error.code : 'internal' })
    }
  }
  return { results }
}
