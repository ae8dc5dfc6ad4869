import { Router } from 'express'
import type { Metrics } from '../metrics.ts'

export interface HealthDeps {
  metrics: Metrics
  /** Whether webhooks are accepted: false while starting and while closing. */
  isOpen: () => boolean
  /** Throws when the database does not answer. */
  pingDatabase: () => Promise<void>
  channels: () => Promise<{ key: string; state: string }[]>
  counts: () => Promise<{ pending: number; unsent: number }>
}

/** `GET /healthz`, `/readyz` and `/metrics`, for whoever watches over the process. */
export function healthRoutes({ metrics, isOpen, pingDatabase, channels, counts }: HealthDeps): Router {
  const router = Router()

  router.get('/healthz', (_request, response) => {
    response.status(isOpen() ? 200 : 503).json({ ok: isOpen() })
  })

  router.get('/readyz', async (_request, response) => {
    try {
      await pingDatabase()
      const states = await channels()
      response.json({ database: 'ok', channels: Object.fromEntries(states.map(({ key, state }) => [key, state])) })
    } catch {
      response.status(503).json({ database: 'unreachable' })
    }
  })

  router.get('/metrics', async (_request, response) => {
    const { pending, unsent } = await counts()
    metrics.pending.set(pending)
    metrics.unsent.set(unsent)
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  return router
}
