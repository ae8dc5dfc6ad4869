import { randomUUID } from 'node:crypto'
import type { TownData } from '@pregoner/shared'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { createAllowance } from '../accounts/allowance.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { Live } from '../sockets/live.ts'
import type { ApiKeyStore } from '../stores/api-key-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { IncidentStore } from '../stores/incident-store.ts'
import type { MediaStore } from '../stores/media-store.ts'
import type { PublicIncidentStore } from '../stores/public-incident-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { discoveryOf } from './discovery.ts'
import { keepFiles } from './keep-files.ts'
import { type NewRequest, openRequest, readNewRequest } from './new-request.ts'
import { Open311Error } from './open311-error.ts'
import { readForm, type SentFile } from './read-form.ts'
import { nameOf, type ReportName, referenceBefore } from './repeats.ts'
import { requestOf } from './request-of.ts'
import { always, publicQueryOf, requestQuery } from './request-query.ts'
import type { Reading } from './services.ts'
import { categoryOf, definitionOf, servicesOf } from './services.ts'
import { errorOf, type Format, listOf, type Told, tell, unexpected } from './telling.ts'

const READS_PER_ADDRESS = 240 // a minute
const WRITES_PER_KEY = 60
const WRONG_KEYS_PER_ADDRESS = 10
const PATH = /^\/(services|requests|tokens|discovery)(?:\/([\w-]{1,80}))?(?:\.(json|xml))?\/?$/

export interface Open311Deps {
  towns: Pick<TownStore, 'get' | 'changes'>
  incidents: Pick<IncidentStore, 'openIncident'>
  publicIncidents: Pick<PublicIncidentStore, 'list' | 'sentAs'>
  apiKeys: Pick<ApiKeyStore, 'check'>
  audit: Pick<AuditStore, 'append'>
  media: Pick<MediaStore, 'save' | 'remove'>
  live: Pick<Live, 'incidentChanged'>
  secrets: Pick<Secrets, 'hash'>
  log: Logger
  now: () => Date
}

/** Open311 GeoReport v2 of each town, below `/open311/:townKey/v2`: others' programs read and report incidents. */
export function serveOpen311(deps: Open311Deps): RequestHandler {
  const { towns, incidents, publicIncidents, apiKeys, audit, media, live, secrets, log, now } = deps
  const reads = createAllowance()
  const writes = createAllowance()
  const wrongKeys = createAllowance()

  async function requests({ town, language }: Reading, query: z.input<typeof requestQuery>): Promise<Told> {
    const found = await publicIncidents.list(town.key, publicQueryOf(requestQuery.parse(query), now()))
    return listOf(
      'service_requests',
      'request',
      found.map(row => requestOf({ town, language }, row)),
    )
  }

  async function oneRequest(reading: Reading, reference: string): Promise<Told> {
    const [row] = await publicIncidents.list(reading.town.key, {
      references: [reference.toUpperCase()],
      limit: 1,
      skip: 0,
    })
    if (!row) throw new Open311Error(404, 'service_request_id provided was not found')
    return listOf('service_requests', 'request', [requestOf(reading, row)])
  }

  /** Requests get their id at once, so that a token is the id itself. */
  async function token({ town }: Reading, reference: string): Promise<Told> {
    const [row] = await publicIncidents.list(town.key, { references: [reference.toUpperCase()], limit: 1, skip: 0 })
    if (!row) throw new Open311Error(404, 'token provided was not found')
    return listOf('service_requests', 'request', [{ service_request_id: row.reference, token: reference }])
  }

  async function post(request: Request, response: Response, town: TownData): Promise<Told> {
    const address = request.ip ?? ''
    if (wrongKeys.isUsedUp(address, WRONG_KEYS_PER_ADDRESS, now())) throw tooMany()
    const { fields: sent, files } = await readForm(request, response)
    const keyId = typeof sent.api_key === 'string' ? await apiKeys.check(town.key, sent.api_key) : null
    if (keyId === null) {
      wrongKeys.take(address, WRONG_KEYS_PER_ADDRESS, now())
      throw new Open311Error(403, 'Missing or invalid api_key')
    }
    if (!writes.take(keyId, WRITES_PER_KEY, now())) throw tooMany()
    checkJurisdiction(town, sent.jurisdiction_id)
    const asked = readNewRequest(sent)
    const sender = { townKey: town.key, keyId, idempotencyKey: request.get('Idempotency-Key') }
    const hashes = files.map(({ hash }) => hash)
    const name = nameOf(secrets, sender, asked, hashes, now())
    const before = await referenceBefore(publicIncidents, town.key, name)
    const reference = before ?? (await opened(town, asked, name, files))
    const answer = { service_request_id: reference, service_notice: null, account_id: null }
    return listOf('service_requests', 'request', [answer])
  }

  /** Opens it, or finds what was opened by the same request meanwhile. */
  async function opened(town: TownData, asked: NewRequest, name: ReportName, files: SentFile[]): Promise<string> {
    categoryOf(town, asked.service_code) // nothing is kept of what no department would get
    const kept = await keepFiles(media, town.key, name, files)
    const { created, summary } = await openRequest(incidents, town, asked, name, kept, now())
    if (!created) return (await referenceBefore(publicIncidents, town.key, name)) ?? summary.reference
    live.incidentChanged(town.key, summary)
    await audit.append({ town: town.key, personId: null, action: 'open311.report', object: summary.id, at: now() })
    return summary.reference
  }

  async function discovery(town: TownData, request: Request): Promise<Told> {
    const address = town.webAddress ?? `${request.protocol}://${request.get('host')}`
    return discoveryOf(town, (await towns.changes(town.key)) ?? 0, address)
  }

  async function answer(request: Request, response: Response): Promise<Told> {
    const [, resource, id] = PATH.exec(request.path) ?? []
    const town = await towns.get(String(request.params.townKey))
    if (!town || !resource)
      throw new Open311Error(404, town ? 'there is no such resource' : 'there is no such jurisdiction')
    if (request.method === 'POST' && resource === 'requests' && id === undefined) return post(request, response, town)
    if (request.method !== 'GET') throw new Open311Error(400, `${request.method} is not possible here`)
    if (!reads.take(request.ip ?? '', READS_PER_ADDRESS, now())) throw tooMany()
    checkJurisdiction(town, request.query.jurisdiction_id)
    const language = town.languages.find(each => each === request.acceptsLanguages(...town.languages))
    const reading = { town, language: language ?? town.defaultLanguage }
    if (resource === 'requests' && id === undefined) return requests(reading, request.query)
    z.strictObject(always).parse(request.query)
    if (resource === 'discovery' && id === undefined) return discovery(town, request)
    if (resource === 'discovery') throw new Open311Error(404, 'there is no such resource')
    if (resource === 'requests') return oneRequest(reading, id ?? '')
    if (resource === 'tokens') return token(reading, id ?? '')
    if (id === undefined) return listOf('services', 'service', servicesOf(reading))
    const definition = definitionOf(town, id)
    return { json: definition, xml: { service_definition: { ...definition, attributes: null } } }
  }

  return async (request, response) => {
    const format = formatOf(request)
    response.set('Access-Control-Allow-Origin', '*') // what is read here is for everybody, and no cookie is looked at
    try {
      tell(response, format, await answer(request, response))
    } catch (error) {
      const known = errorOf(error)
      const correlation = randomUUID()
      if (!known)
        log.error({ event: 'unexpected', correlation, name: error instanceof Error ? error.name : typeof error })
      if (known?.status === 429) response.set('Retry-After', '60')
      tell(response, format, known ?? unexpected(correlation))
    }
  }
}

const tooMany = () => new Open311Error(429, 'too many requests; try again in a minute')

/** By the ending of the address, as the specification has it; without one, by what the caller accepts. */
const formatOf = (request: Request): Format => {
  const ending = /\.(json|xml)\/?$/.exec(request.path)?.[1]
  if (ending) return ending === 'xml' ? 'xml' : 'json'
  return request.accepts(['application/json', 'text/xml', 'application/xml']) === 'application/json' ? 'json' : 'xml'
}

/** Each town is its own endpoint, so that the id may be left out; another one is another town's. */
function checkJurisdiction(town: TownData, id: unknown): void {
  if (id === undefined || id === '') return
  if (typeof id !== 'string' || id.toLowerCase() !== town.key.toLowerCase())
    throw new Open311Error(404, 'jurisdiction_id provided was not found')
}
