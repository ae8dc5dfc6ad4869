import { fileURLToPath } from 'node:url'
import express, { type ErrorRequestHandler, Router } from 'express'
import { type Json, recordOf, textOf } from '../json.ts'
import { meetPerson, type Thread } from '../people/thread.ts'
import type { Fault } from '../types.ts'
import { moderate } from '../webhooks/moderation.ts'
import type { World } from '../world.ts'
import { act, sendFile } from './actions.ts'
import { viewOf } from './view.ts'

const page = fileURLToPath(new URL('page', import.meta.url))
const EVENT_INTERVAL_MS = 60 // many changes of one moment are one event

/** The page that looks like a phone at `/`, and what it asks for under `/phone`. */
export function createPhone(world: World): Router {
  const phone = Router()
  const readJson = express.json({ limit: '1mb' })
  phone.get('/', (_request, response) => response.sendFile('index.html', { root: page }))
  phone.use('/phone/page', express.static(page))
  phone.get('/phone/state', (request, response) => response.json(viewOf(world, textOf(request.query.person))))

  phone.get('/phone/events', (request, response) => {
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders()
    let timer: NodeJS.Timeout | undefined
    const tell = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        response.write('data: changed\n\n')
      }, EVENT_INTERVAL_MS)
    }
    world.watchers.add(tell)
    request.on('close', () => {
      world.watchers.delete(tell)
      clearTimeout(timer)
    })
  })

  phone.post('/phone/people', readJson, (request, response) => {
    const { channel: id, ...options } = personOptions(recordOf(request.body))
    const channel = world.channels.get(id) ?? [...world.channels.values()][0]
    if (!channel) throw new Error('There is no channel to write to.')
    response.json({ key: meetPerson(world, channel, options).key })
  })

  phone.post('/phone/people/:key/do', readJson, async (request, response) => {
    response.json({ answer: (await act(world, threadOf(world, request.params.key), request.body)) ?? null })
  })

  phone.post(
    '/phone/people/:key/file',
    express.raw({ type: () => true, limit: '101mb' }),
    async (request, response) => {
      const thread = threadOf(world, request.params.key)
      const { name, caption } = request.query
      const mime = request.get('content-type') ?? ''
      response.json({
        answer: await sendFile(world, thread, request.body, mime, textOf(name) ?? 'file', textOf(caption)),
      })
    },
  )

  phone.get('/phone/media/:id', (request, response) => {
    const media = world.media.peek(request.params.id)
    if (!media) return response.sendStatus(404)
    return response.set('content-security-policy', 'sandbox').type(media.mime).send(media.bytes)
  })

  phone.post('/phone/control', readJson, async (request, response) => {
    await control(world, recordOf(request.body))
    response.json({})
  })
  phone.use('/phone', failure)
  return phone
}

function threadOf(world: World, key: string): Thread {
  const thread = world.threads.find(one => one.key === key)
  if (!thread) throw new Error('This person is not there any more.')
  return thread
}

function personOptions(body: Json) {
  const filled = (key: string) => textOf(body[key])?.trim() || undefined
  const name = filled('name')
  const phone = filled('phone')
  const username = filled('username')
  return {
    channel: filled('channel') ?? '',
    ...(name && { name }),
    ...(phone && { phone }),
    ...(username && { username }),
    hidesPhone: username !== undefined,
  }
}

/** The switches of the workshop panel: faults, behaviour, limits, review of templates. */
async function control(world: World, body: Json) {
  Object.assign(world.behaviour, recordOf(body.behaviour))
  Object.assign(world.limits, recordOf(body.limits))
  if (body.clearFaults) world.faults.clear()
  const { code, isAsync, to } = recordOf(body.fault)
  if (typeof code === 'number') {
    const fault: Fault = { code, async: isAsync === true, ...(textOf(to) && { to: textOf(to) ?? '' }) }
    world.faults.add(fault)
  }
  const { id, status } = recordOf(body.template)
  if (status === 'APPROVED' || status === 'REJECTED' || status === 'PAUSED')
    await moderate(world, textOf(id) ?? '', status)
  world.changed()
}

const failure: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  response.status(400).json({ error: error instanceof Error ? error.message : String(error) })
}
