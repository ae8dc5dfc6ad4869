import { z } from 'zod'
import type { Flow } from './flow.ts'
import { language } from './language.ts'
import { nodeDefinition } from './nodes/index.ts'

/** A mayor, a data-protection officer or somebody like them has read all paths of a drawing and agrees with them. */
export const approval = z.strictObject({
  id: z.string(),
  /** Fingerprint of the approved drawing. */
  drawing: z.string(),
  /** Who approved, and in what office, as it was typed. */
  approver: z.string(),
  office: z.string(),
  /** The languages in which the conversations were read. */
  languages: z.array(language),
  note: z.string(),
  /** Who recorded it. */
  by: z.string(),
  at: z.string(),
  /** Whether people still meet in the draft what was approved. */
  isOfDraft: z.boolean(),
  /** The published versions that say what was approved. */
  versions: z.array(z.int()),
})
export type Approval = z.infer<typeof approval>

/** All approvals of a flow, newest first, and the fingerprint of the draft, or of the version that was asked for. */
export const flowApprovals = z.strictObject({
  drawing: z.string(),
  approvals: z.array(approval),
})
export type FlowApprovals = z.infer<typeof flowApprovals>

/** What is approved is named, so that nobody approves a drawing they have not read. */
export const approveFlow = z.strictObject({
  drawing: z.string().regex(/^[0-9a-f]{64}$/),
  approver: z.string().trim().min(1).max(120),
  office: z.string().trim().min(1).max(120),
  languages: z.array(language).min(1).max(13),
  note: z.string().trim().max(1_000),
})
export type ApproveFlow = z.infer<typeof approveFlow>

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** What people meet of a drawing: without places, names, notes and frames, which only officers see. */
export function approvedPart(drawing: Flow): unknown {
  const { languages, defaultLanguage, settings, nodes, edges } = drawing
  const steps = nodes.filter(({ type }) => nodeDefinition(type)?.family !== 'canvas')
  return {
    ...{ languages, defaultLanguage, settings },
    steps: steps.map(({ id, type, config }) => ({ id, type, config })).sort((a, b) => byText(a.id, b.id)),
    ways: edges.map(({ from, exit, to }) => `${from} ${exit} ${to}`).sort(byText),
  }
}
