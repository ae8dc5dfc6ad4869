import express, { type ErrorRequestHandler, type Express } from 'express'
import type { World } from '../world.ts'
import { operation } from './call.ts'
import { GraphFailure } from './errors.ts'
import { postMessages } from './messages.ts'

const MAX_BODY_BYTES = '101mb' // the largest document WhatsApp takes is 100 MB

/** Graph as an express app; any version prefix (`/v25.0`) is taken and ignored. */
export function createGraph(world: World): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use((request, _response, next) => {
    request.url = request.url.replace(/^\/v\d+\.\d+(?=\/)/, '')
    next()
  })
  app.use(express.raw({ type: () => true, limit: MAX_BODY_BYTES }))

  const messages = operation(world, { operation: 'messages', isForNumber: true }, postMessages)
  app.post(['/:id/messages', '/messages'], messages)

  app.use(
    operation(world, { operation: 'number' }, ({ id }) => {
      throw new GraphFailure(100, `Unknown path components: /${id}`)
    }),
  )
  app.use(brokenRequest)
  return app
}

/** What could not even be read, or a fault of the double itself. */
const brokenRequest: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const body = { message: '(#1) API Unknown', type: 'OAuthException', code: 1, error_data: { details }, fbtrace_id: '' }
  response.status(500).json({ error: body })
}
