import { z } from 'zod'
import { type Flow, FORMAT_VERSION } from '../flow.ts'
import { language } from '../language.ts'

export const MAX_FLOW_FILE_BYTES = 4 * 1024 * 1024
export const MAX_FLOWS_IN_FILE = 50
export const FLOW_FILE_ENDING = '.pregoner.json'

/** Something of a town that the steps of a file name by id, by its own names, so that another town finds its own. */
export const namedThing = z.strictObject({
  kind: z.enum([
    'department',
    'person',
    'category',
    'table',
    'column',
    'calendar',
    'topic',
    'bookable_service',
    'flow',
  ]),
  id: z.string().max(60),
  /** The table of a column. */
  within: z.string().max(60).optional(),
  name: z.partialRecord(language, z.string().max(300)),
})
export type NamedThing = z.infer<typeof namedThing>

/** What lies around the flows of a file: whose they are, and what they name. */
export const flowFileFrame = z.strictObject({
  pregoner: z.literal('flow'),
  formatVersion: z.number().int(),
  town: z.strictObject({ key: z.string().max(60), name: z.string().max(120) }),
  things: z.array(namedThing).max(2_000),
  flow: z.unknown(),
  /** The flows it runs inside itself, and those that they run. */
  subflows: z.array(z.unknown()).max(MAX_FLOWS_IN_FILE),
})

export interface FlowFile {
  /** Null for a bare drawing. */
  town: { key: string; name: string } | null
  things: NamedThing[]
  flow: Flow
  subflows: Flow[]
}

/** The text of a flow file, readable for people too. Configs hold no credentials: those stay with the town. */
export const writeFlowFile = ({ town, things, flow, subflows }: FlowFile): string =>
  `${JSON.stringify({ pregoner: 'flow', formatVersion: FORMAT_VERSION, town, things, flow, subflows }, null, 2)}\n`
