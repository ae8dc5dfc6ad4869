import { trackedIncident, trackedReference } from '@pregoner/shared'
import { createAllowance } from '../accounts/allowance.ts'
import { AppError } from '../errors.ts'
import type { TrackingDeps } from '../tracking/track-incident.ts'
import { trackIncident } from '../tracking/track-incident.ts'
import type { Route } from './route.ts'
import { openRoute } from './route.ts'

const PER_ADDRESS = 60 // a minute; a town hall's waiting room shares one address
const MISSES_PER_ADDRESS = 10 // 13 thousand million references: guessing one at this pace takes longer than anybody has

/** Whoever was given a reference sees how the matter stands. */
export function trackingRoutes(deps: TrackingDeps & { now: () => Date }): Route[] {
  const allowance = createAllowance()
  const misses = createAllowance()

  return [
    openRoute({
      method: 'get',
      path: '/track/:reference',
      summary: 'How an incident stands, by its reference: status, kind, department and days; nobody’s words or names.',
      params: { reference: trackedReference },
      answer: trackedIncident,
      async run({ params, request }) {
        const address = request.ip ?? ''
        const slowDown = () => new AppError('too_many', 'tracking', { retryAfterSeconds: 60 })
        if (
          !allowance.take(address, PER_ADDRESS, deps.now()) ||
          misses.isUsedUp(address, MISSES_PER_ADDRESS, deps.now())
        )
          throw slowDown()
        const found = await trackIncident(deps, params.reference)
        if (found) return found
        misses.take(address, MISSES_PER_ADDRESS, deps.now())
        throw new AppError('not_found')
      },
    }),
  ]
}
