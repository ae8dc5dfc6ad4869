import { type Flow, FORMAT_VERSION, flow } from './flow.ts'
import { type FlowFault, fault, firstFaults, shown } from './flow-file/fault.ts'
import { schemaFaults, sizeFaults } from './flow-file/schema-faults.ts'

type Document = Record<string, unknown>

/** Each takes a document of its own format to the next one. Only ever added to. */
const migrations: Record<number, (document: Document) => Document> = {}

const dangerousKeys = new Set(['__proto__', 'constructor', 'prototype'])

const MAX_DEPTH = 32 // a drawing needs eight; deeper is an attack on whoever walks it

/** The path of the first key that names a part of JavaScript's own objects, or lies too deep; null when all is well. */
function dangerousKey(value: unknown, path: string, depth = 0): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (depth > MAX_DEPTH) return path.slice(0, 200)
  for (const key of Object.keys(value)) {
    if (dangerousKeys.has(key)) return `${path}${key}`
    const inside = dangerousKey((value as Document)[key], `${path}${key}.`, depth + 1)
    if (inside) return inside
  }
  return null
}

function migrated(document: Document): Document {
  let current = document
  for (let version = Number(document.formatVersion); version < FORMAT_VERSION; version++) {
    const migrate = migrations[version]
    if (!migrate) return current
    current = { ...migrate(current), formatVersion: version + 1 }
  }
  return current
}

/**
 * Reads an unknown document as a flow of today's format. Configs of nodes are left to `inspect`, so that a draft that
 * is not finished, or holds a node type of tomorrow, can be kept and shown.
 */
export function parseFlow(document: unknown): { ok: true; flow: Flow } | { ok: false; faults: FlowFault[] } {
  const refused = (...faults: FlowFault[]) => ({ ok: false as const, faults: firstFaults(faults) })
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return refused(fault('not_a_flow'))
  const danger = dangerousKey(document, '')
  if (danger) return refused(fault('reserved_name', { values: { name: shown(danger) } }))
  const { formatVersion, nodes } = document as Document
  if (formatVersion === undefined && nodes === undefined) return refused(fault('not_a_flow'))
  if (typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION) {
    return refused(fault('newer_format', { values: { format: formatVersion } }))
  }
  const tooMany = sizeFaults(document)
  if (tooMany.length > 0) return refused(...tooMany)
  const parsed = flow.safeParse(migrated(document as Document))
  return parsed.success
    ? { ok: true, flow: parsed.data }
    : refused(...schemaFaults(parsed.error.issues, document, document))
}
