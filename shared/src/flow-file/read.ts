import { type Flow, FORMAT_VERSION } from '../flow.ts'
import { parseFlow } from '../migrate.ts'
import { drawingFaults } from './drawing-faults.ts'
import { type FlowFault, fault, firstFaults, shown } from './fault.ts'
import { type FlowFile, flowFileFrame, MAX_FLOW_FILE_BYTES, MAX_FLOWS_IN_FILE } from './flow-file.ts'
import { jsonFault } from './json-fault.ts'
import { placeIn, schemaFaults, sizeFaults } from './schema-faults.ts'
import { dangers, type Naming } from './walk.ts'

export type FlowFileRead = { ok: true; file: FlowFile } | { ok: false; faults: FlowFault[] }

const MEGABYTE = 1024 * 1024
const refused = (...faults: FlowFault[]): FlowFileRead => ({ ok: false, faults: firstFaults(faults) })
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): { document: unknown } | { fault: FlowFault } {
  const words = text.replace(/^\ufeff/, '')
  if (words.trim() === '') return { fault: fault('empty') }
  try {
    return { document: JSON.parse(words) }
  } catch {
    const { line, column, isCut } = jsonFault(words)
    return { fault: isCut ? fault('cut', { values: { line } }) : fault('broken', { values: { line, column } }) }
  }
}

const nameIn = (flow: unknown) => (isRecord(flow) && typeof flow.name === 'string' ? shown(flow.name) : '')

/** Names places in a document by the flow they are in. */
const namingIn =
  (document: Record<string, unknown>): Naming =>
  path => {
    const [first, second, ...rest] = path
    if (document.pregoner !== 'flow') return { flow: null, ...placeIn(document, path) }
    if (first === 'flow') return { flow: null, ...placeIn(document.flow, path.slice(1)) }
    const { subflows } = document
    if (first !== 'subflows' || typeof second !== 'number' || !Array.isArray(subflows)) {
      return { flow: null, ...placeIn(document, path) }
    }
    return { flow: nameIn(subflows[second]), ...placeIn(subflows[second], rest) }
  }

/** A flow of the file, or what is wrong with it; `isInner` for one that another runs. */
function readFlow(document: unknown, isInner: boolean): { flow: Flow } | { faults: FlowFault[] } {
  const read = parseFlow(document)
  const faults = read.ok ? drawingFaults(read.flow) : read.faults
  if (read.ok && faults.length === 0) return { flow: read.flow }
  return { faults: isInner ? faults.map(each => ({ ...each, flow: nameIn(document) })) : faults }
}

type Frame = Omit<FlowFile, 'flow' | 'subflows'> & { flow: unknown; subflows: unknown[] }

/** What lies around the flows; a bare drawing has nothing around it. */
function frameOf(document: Record<string, unknown>): { frame: Frame } | { faults: FlowFault[] } {
  const { pregoner, formatVersion, subflows } = document
  if (pregoner === undefined) return { frame: { town: null, things: [], flow: document, subflows: [] } }
  if (pregoner !== 'flow') return { faults: [fault('other_kind')] }
  if (typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION) {
    return { faults: [fault('newer_format', { values: { format: formatVersion } })] }
  }
  if (Array.isArray(subflows) && subflows.length > MAX_FLOWS_IN_FILE) {
    return { faults: [fault('too_many_flows', { values: { count: subflows.length, max: MAX_FLOWS_IN_FILE } })] }
  }
  const frame = flowFileFrame.safeParse(document)
  return frame.success ? { frame: frame.data } : { faults: schemaFaults(frame.error.issues, document, document) }
}

/** What there is to say of bytes that are no text at all, or too many. */
export const notText = refused(fault('not_text'))
export const tooLarge = refused(fault('too_large', { values: { max: MAX_FLOW_FILE_BYTES / MEGABYTE } }))

/**
 * Reads a text from anywhere as a flow file, here as in the runtime. Stricter than `parseFlow`: a file comes from
 * outside, so it must be a drawing the editor could have made. Nothing in it is run, fetched or believed.
 */
export function readFlowFile(text: string): FlowFileRead {
  if (text.length > MAX_FLOW_FILE_BYTES) return tooLarge
  const read = parsed(text)
  if ('fault' in read) return refused(read.fault)
  const { document } = read
  if (!isRecord(document)) return refused(fault('not_a_flow'))
  const inner = Array.isArray(document.subflows) ? document.subflows : []
  const tooMany = [document, document.flow, ...inner.slice(0, MAX_FLOWS_IN_FILE)].flatMap(sizeFaults)
  if (tooMany.length > 0) return refused(...tooMany)
  const unsafe = dangers(document, namingIn(document))
  if (unsafe.length > 0) return refused(...unsafe)
  const framed = frameOf(document)
  if ('faults' in framed) return refused(...framed.faults)
  const { frame } = framed
  const flows = [frame.flow, ...frame.subflows].map((each, index) => readFlow(each, index > 0))
  const faults = flows.flatMap(each => ('faults' in each ? each.faults : []))
  const [flow, ...subflows] = flows.flatMap(each => ('flow' in each ? [each.flow] : []))
  if (faults.length > 0 || !flow) return refused(...faults)
  const ids = [flow, ...subflows].map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) return refused(fault('flow_repeated', { values: { id: shown(twice) } }))
  return { ok: true, file: { town: frame.town, things: frame.things, flow, subflows } }
}
