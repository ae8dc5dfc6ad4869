import { z } from 'zod'
import { type FaultWords, faultsCa } from './words/ca.ts'

export type FaultCode = keyof FaultWords

// The keys of the words are the codes; Object.keys alone does not say so.
const codes = Object.keys(faultsCa) as FaultCode[]

/** Why a document is no flow this version can read, and where. `describeFault` has the words for it. */
export const flowFault = z.strictObject({
  code: z.enum(codes),
  /** Name of the flow inside the flow; null for the document's own. */
  flow: z.string().nullable(),
  /** Place of the step in the document, counted from 1; null when it is not about one step. */
  step: z.number().int().nullable(),
  /** The step's own name, or its type. */
  stepName: z.string(),
  /** Path of the field, like `options.2.label`. */
  field: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type FlowFault = z.infer<typeof flowFault>

export const fault = (code: FaultCode, more: Partial<Omit<FlowFault, 'code'>> = {}): FlowFault => ({
  code,
  flow: null,
  step: null,
  stepName: '',
  field: null,
  values: {},
  ...more,
})

export const MAX_FAULTS = 50 // nobody mends a file by reading more

/** The first faults, and how many there are besides. */
export const firstFaults = (faults: readonly FlowFault[]): FlowFault[] =>
  faults.length <= MAX_FAULTS
    ? [...faults]
    : [...faults.slice(0, MAX_FAULTS), fault('more', { values: { count: faults.length - MAX_FAULTS } })]

const MAX_SHOWN_CHARS = 40
/** Characters without a shape of their own, and those that turn the writing round. */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u

/** A piece of a foreign document as it may be shown: cut, and with what cannot be seen written out. */
export const shown = (text: unknown): string => {
  const characters = [...String(text)]
  const cut = characters.length > MAX_SHOWN_CHARS ? [...characters.slice(0, MAX_SHOWN_CHARS - 1), '…'] : characters
  return cut
    .map(one => (HIDDEN.test(one) ? `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : one))
    .join('')
}
