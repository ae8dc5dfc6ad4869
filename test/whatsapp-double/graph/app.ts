import express, { type ErrorRequestHandler, type Express } from 'express'
import type { Operation } from '../types.ts'
import type { World } from '../world.ts'
import { listNumbers, listSubscriptions, subscribe, unsubscribe } from './account.ts'
import { type Answer, type Call, operation, type Run } from './call.ts'
import { GraphFailure } from './errors.ts'
import * as media from './media.ts'
import { postMessages } from './messages.ts'
import * as number from './number.ts'
import * as templates from './templates.ts'

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

  const on = (name: Operation, run: Run) => operation(world, { operation: name }, run)
  const forNumber = (name: Operation, run: Run) => operation(world, { operation: name, isForNumber: true }, run)

  app.get('/whatsapp_business/attachments/', on('download', media.downloadMedia))

  // without an id in the path: a solution provider's host, where the key says which number is meant
  app.post(['/:id/messages', '/messages'], forNumber('messages', postMessages))
  app.post(['/:id/media', '/media'], forNumber('media', media.uploadMedia))

  app.post('/:id/register', forNumber('number', number.register))
  app.post('/:id/deregister', forNumber('number', number.deregister))
  app.post(['/:id/request_code', '/:id/verify_code'], forNumber('number', succeed))
  app.get('/:id/whatsapp_business_profile', forNumber('number', number.getProfile))
  app.post('/:id/whatsapp_business_profile', forNumber('number', number.setProfile))
  app.get('/:id/conversational_automation', forNumber('number', number.getConversational))
  app.post('/:id/conversational_automation', forNumber('number', number.setConversational))
  app.get('/:id/block_users', forNumber('number', number.getBlocked))
  app.post('/:id/block_users', forNumber('number', number.setBlocked(true)))
  app.delete('/:id/block_users', forNumber('number', number.setBlocked(false)))

  app.get('/:id/message_templates', on('templates', templates.listTemplates))
  app.post('/:id/message_templates', on('templates', templates.createTemplate))
  app.delete('/:id/message_templates', on('templates', templates.deleteTemplate))
  app.get('/:id/phone_numbers', on('account', listNumbers))
  app.get('/:id/subscribed_apps', on('account', listSubscriptions))
  app.post('/:id/subscribed_apps', on('account', subscribe))
  app.delete('/:id/subscribed_apps', on('account', unsubscribe))
  app.post('/:id/uploads', on('media', media.openUpload))

  app.get('/:id', on('number', getById))
  app.post('/:id', on('number', postById))
  app.delete('/:id', on('media', media.deleteMedia))
  app.use(on('number', unknownPath))
  app.use(brokenRequest)
  return app
}

const succeed = (): Answer => ({ body: { success: true } })

/** `GET /{id}` of a number, a media, a template, an account or an upload. */
function getById(call: Call): Answer {
  const { world, channels, id, query } = call
  const channel = channels.find(one => one.phoneNumberId === id)
  if (channel) return { body: number.selected(number.numberRecord(channel), query.fields) }
  const found = media.mediaOf(call)
  if (found) return media.describeMedia(call, found)
  const template = ownTemplate(call)
  if (template) return { body: templates.shown(template) }
  if (id.startsWith('upload:')) return media.describeUpload(call)
  if (channels.some(one => one.wabaId === id)) return { body: { id, name: 'Ajuntament', timezone_id: '1' } }
  const hint = world.media.peek(id) ? ' It has expired or belongs to another phone number.' : ''
  throw new GraphFailure(100, `Unsupported get request. Object with ID '${id}' does not exist.${hint}`)
}

function postById(call: Call): Answer {
  const { channels, id } = call
  if (channels.some(one => one.phoneNumberId === id)) return number.setPin(call)
  if (id.startsWith('upload:')) return media.continueUpload(call)
  const template = ownTemplate(call)
  if (template) return templates.editTemplate(call, template)
  throw new GraphFailure(100, `Unsupported post request. Object with ID '${id}' does not exist.`)
}

function ownTemplate({ world, channels, id }: Call) {
  const found = world.templates.byId(id)
  return channels.some(one => one.wabaId === found?.wabaId) ? found?.template : undefined
}

function unknownPath(): never {
  throw new GraphFailure(100, 'Unknown path components')
}

/** What could not even be read, or a fault of the double itself. */
const brokenRequest: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const body = { message: '(#1) API Unknown', type: 'OAuthException', code: 1, error_data: { details }, fbtrace_id: '' }
  response.status(500).json({ error: body })
}
