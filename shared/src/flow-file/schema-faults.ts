import type { z } from 'zod'
import { MAX_NODES } from '../flow.ts'
import { type FlowFault, fault, shown } from './fault.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null

const valueAt = (document: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    document,
  )

/** Where in a flow a path leads: the step counted from 1, with its name, and the field in it. */
export function placeIn(flow: unknown, path: Path): Pick<FlowFault, 'step' | 'stepName' | 'field'> {
  const [list, index, ...rest] = path
  const isStep = list === 'nodes' && typeof index === 'number'
  const inner = isStep ? rest.filter((key, at) => !(at === 0 && key === 'config')) : path
  const field = inner.map(String).join('.') || null
  if (!isStep) return { step: null, stepName: '', field: field && shown(field) }
  const node = valueAt(flow, [list, index])
  const name = isRecord(node) ? (node.name ?? node.type ?? '') : ''
  return { step: index + 1, stepName: typeof name === 'string' ? shown(name) : '', field: field && shown(field) }
}

const last = (path: Path) => shown(String(path.at(-1) ?? ''))
const isId = (path: Path) => ['id', 'from', 'to', 'exit', 'mainMenu'].includes(String(path.at(-1)))

type Said = Pick<FlowFault, 'code'> & Partial<Pick<FlowFault, 'values'>>

function tooBig(issue: Extract<Issue, { code: 'too_big' }>, value: unknown): Said {
  const { origin, maximum, path } = issue
  const max = Number(maximum)
  if (origin === 'string') return { code: 'too_long', values: { max } }
  if (!Array.isArray(value)) return { code: 'wrong_value' }
  const [list] = path
  if (path.length > 1) return { code: 'too_many_items', values: { count: value.length, max } }
  return { code: list === 'nodes' ? 'too_many_steps' : 'too_many_lines', values: { count: value.length, max } }
}

/** One fault of a schema in our own terms. */
function said(issue: Issue, document: unknown): Said[] {
  const { path } = issue
  const value = valueAt(document, path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ code: 'unknown_part', values: { part: shown(key) } }))
  }
  if (issue.message === 'reserved_name') return [{ code: 'reserved_name', values: { name: shown(value) } }]
  if (path.at(-1) === 'formatVersion') return [{ code: 'wrong_format', values: { format: shown(value) } }]
  if (value === undefined) return [{ code: 'missing', values: { part: last(path) } }]
  if (issue.code === 'too_big') return [tooBig(issue, value)]
  if (issue.code === 'invalid_key') return [{ code: 'unknown_part', values: { part: last(path) } }]
  if (typeof value === 'string' && isId(path)) return [{ code: 'bad_id', values: { id: shown(value) } }]
  if (issue.code === 'too_small') return [{ code: 'too_short' }]
  const isLanguage = path[0] === 'languages' || path.at(-1) === 'defaultLanguage'
  if (typeof value === 'string' && isLanguage) return [{ code: 'unknown_language', values: { language: shown(value) } }]
  return [{ code: issue.code === 'invalid_type' ? 'wrong_kind' : 'wrong_value' }]
}

/** What a schema finds in a part of a flow that lies at `at`, in our own terms. */
export const schemaFaults = (issues: readonly Issue[], part: unknown, flow: unknown, at: Path = []): FlowFault[] =>
  issues.flatMap(issue =>
    said(issue, part).map(({ code, values = {} }) => fault(code, { ...placeIn(flow, [...at, ...issue.path]), values })),
  )

/** Steps and lines are counted before anything looks into them. */
export function sizeFaults(flow: unknown): FlowFault[] {
  if (!isRecord(flow)) return []
  const { nodes, edges } = flow
  const tooMany = (list: unknown, max: number) => Array.isArray(list) && list.length > max
  const count = (list: unknown) => (Array.isArray(list) ? list.length : 0)
  return [
    ...(tooMany(nodes, MAX_NODES)
      ? [fault('too_many_steps', { values: { count: count(nodes), max: MAX_NODES } })]
      : []),
    ...(tooMany(edges, MAX_NODES * 4)
      ? [fault('too_many_lines', { values: { count: count(edges), max: MAX_NODES * 4 } })]
      : []),
  ]
}
