import type { Json } from '../json.ts'
import {
  invalid,
  onlyKeys,
  optionalText,
  requireList,
  requireOneOf,
  requireRecord,
  requireText,
  requireUrl,
  unique,
} from './check.ts'
import { GraphFailure } from './errors.ts'

/** Header media to be looked up by the caller. */
export interface HeaderMedia {
  kind: string
  part: Json
}

const HEADER_MEDIA = ['image', 'video', 'document']
const ROWS_IN_ALL = 10

/** Checks an interactive message against every limit; answers the media of its header, if it has one. */
export function checkInteractive(interactive: Json): HeaderMedia | undefined {
  const type = requireOneOf(interactive, 'type', Object.keys(kinds), "interactive['type']")
  const kind = kinds[type]
  if (!kind) throw new GraphFailure(131051, `Interactive type ${type} is not supported.`)
  onlyKeys(interactive, 'interactive', ['type', 'body', 'action', ...kind.parts])
  const body = requireRecord(interactive, 'body', "interactive['body']")
  onlyKeys(body, "interactive['body']", ['text'])
  requireText(body, 'text', { max: kind.bodyMax, path: "interactive['body']['text']" })
  if (interactive.footer !== undefined) {
    const footer = requireRecord(interactive, 'footer', "interactive['footer']")
    requireText(footer, 'text', { max: 60, path: "interactive['footer']['text']" })
  }
  kind.action(requireRecord(interactive, 'action', "interactive['action']"))
  return interactive.header === undefined ? undefined : checkHeader(interactive, kind.headers)
}

function checkHeader(interactive: Json, allowed: readonly string[]): HeaderMedia | undefined {
  const header = requireRecord(interactive, 'header', "interactive['header']")
  const type = requireOneOf(header, 'type', allowed, "interactive['header']['type']")
  if (type === 'text') {
    requireText(header, 'text', { max: 60, path: "interactive['header']['text']" })
    return undefined
  }
  return { kind: type, part: requireRecord(header, type, `interactive['header']['${type}']`) }
}

interface Kind {
  bodyMax: number
  parts: readonly string[]
  headers: readonly string[]
  action(action: Json): void
}

const ANY_HEADER = ['text', ...HEADER_MEDIA]
const ACTION = "interactive['action']"

const named = (name: string) => (action: Json) => {
  if (requireText(action, 'name', { max: 100, path: `${ACTION}['name']` }) !== name) {
    throw invalid(`${ACTION}['name']`, `must be "${name}".`)
  }
}

const kinds: Record<string, Kind> = {
  button: { bodyMax: 1024, parts: ['header', 'footer'], headers: ANY_HEADER, action: checkButtons },
  list: { bodyMax: 4096, parts: ['header', 'footer'], headers: ['text'], action: checkList },
  cta_url: { bodyMax: 1024, parts: ['header', 'footer'], headers: ANY_HEADER, action: checkLink },
  location_request_message: { bodyMax: 1024, parts: [], headers: [], action: named('send_location') },
  contact_request: { bodyMax: 1024, parts: [], headers: [], action: named('request_contact_info') },
  flow: { bodyMax: 1024, parts: ['header', 'footer'], headers: ANY_HEADER, action: checkFlow },
}

function checkButtons(action: Json) {
  onlyKeys(action, ACTION, ['buttons'])
  const path = `${ACTION}['buttons']`
  const replies = requireList(action, 'buttons', { min: 1, max: 3, path }).map((button, index) => {
    requireOneOf(button, 'type', ['reply'], `${path}[${index}]['type']`)
    const reply = requireRecord(button, 'reply', `${path}[${index}]['reply']`)
    onlyKeys(reply, `${path}[${index}]['reply']`, ['id', 'title'])
    return {
      id: requireText(reply, 'id', { max: 256, path: `${path}[${index}]['reply']['id']` }),
      title: requireText(reply, 'title', { max: 20, path: `${path}[${index}]['reply']['title']` }),
    }
  })
  unique(
    replies.map(reply => reply.id),
    'Button ids',
  )
  unique(
    replies.map(reply => reply.title),
    'Button titles',
  )
}

function checkList(action: Json) {
  onlyKeys(action, ACTION, ['button', 'sections'])
  requireText(action, 'button', { max: 20, path: `${ACTION}['button']` })
  const path = `${ACTION}['sections']`
  const sections = requireList(action, 'sections', { min: 1, max: 10, path })
  const ids = sections.flatMap((section, index) => {
    const at = `${path}[${index}]`
    onlyKeys(section, at, ['title', 'rows'])
    requireText(section, 'title', { max: 24, path: `${at}['title']` })
    return requireList(section, 'rows', { min: 1, max: ROWS_IN_ALL, path: `${at}['rows']` }).map((row, number) => {
      const rowAt = `${at}['rows'][${number}]`
      onlyKeys(row, rowAt, ['id', 'title', 'description'])
      requireText(row, 'title', { max: 24, path: `${rowAt}['title']` })
      optionalText(row, 'description', { max: 72, path: `${rowAt}['description']` })
      return requireText(row, 'id', { max: 200, path: `${rowAt}['id']` })
    })
  })
  if (ids.length > ROWS_IN_ALL) throw invalid(path, `Total row count exceed max allowed count: ${ROWS_IN_ALL}`)
  unique(ids, 'Row ids')
}

function checkLink(action: Json) {
  named('cta_url')(action)
  const path = `${ACTION}['parameters']`
  const parameters = requireRecord(action, 'parameters', path)
  onlyKeys(parameters, path, ['display_text', 'url'])
  requireText(parameters, 'display_text', { max: 20, path: `${path}['display_text']` })
  requireUrl(parameters, 'url', `${path}['url']`)
}

function checkFlow(action: Json) {
  named('flow')(action)
  const path = `${ACTION}['parameters']`
  const parameters = requireRecord(action, 'parameters', path)
  if (String(parameters.flow_message_version) !== '3') throw invalid(`${path}['flow_message_version']`, 'must be "3".')
  if ((parameters.flow_id === undefined) === (parameters.flow_name === undefined)) {
    throw invalid(path, 'needs exactly one of flow_id and flow_name.')
  }
  const label = requireText(parameters, 'flow_cta', { max: 20, path: `${path}['flow_cta']` })
  if (/\p{Extended_Pictographic}/u.test(label)) throw invalid(`${path}['flow_cta']`, 'must not contain emoji.')
  const start = parameters.flow_action ?? 'navigate'
  if (start === 'data_exchange' && parameters.flow_action_payload !== undefined) {
    throw invalid(`${path}['flow_action_payload']`, 'must be omitted for data_exchange.')
  }
  if (start === 'navigate') {
    const payload = requireRecord(parameters, 'flow_action_payload', `${path}['flow_action_payload']`)
    requireText(payload, 'screen', { max: 256, path: `${path}['flow_action_payload']['screen']` })
    if (payload.data === undefined) return
    const data = requireRecord(payload, 'data', `${path}['flow_action_payload']['data']`)
    if (Object.keys(data).length === 0) throw invalid(`${path}['flow_action_payload']['data']`, 'must not be empty.')
  }
}
