import { z } from 'zod'
import { id } from './names.ts'

/**
 * What becomes of those who wait at a step when another version answers: they finish on the version they are in, go on
 * at a step of the new one, or hear an apology and begin again.
 */
export const peopleMove = z
  .strictObject({
    /** The version they are in; every older one when left out. */
    version: z.number().int().positive().optional(),
    node: id,
    what: z.enum(['finish', 'move', 'restart']),
    /** Where they go on. */
    to: id.optional(),
  })
  .refine(({ what, to }) => (what === 'move') === (to !== undefined), 'move_without_step')
export type PeopleMove = z.infer<typeof peopleMove>

const people = z.array(peopleMove).max(1_000).default([])
const note = z.string().max(1_000)

export const publishFlow = z.strictObject({ rev: z.number().int(), note, people })
export const publishAgain = z.strictObject({ note, people })

/** How many wait now at a step of a version; whoever is in a sub-flow counts at the step that runs it. */
export const insideStep = z.strictObject({
  version: z.number().int(),
  node: z.string(),
  people: z.number().int(),
  /** Of those, how many a message can no longer reach: WhatsApp's reply window has closed for them. */
  unreachable: z.number().int(),
})
export type InsideStep = z.infer<typeof insideStep>

export const scheduleFlow = publishFlow.extend({ publishAt: z.iso.datetime() })

/** A drawing that is published by itself when its time comes; its number is the next one free then. */
export const scheduledVersion = z.strictObject({
  publishAt: z.string(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
  /** Revision of the draft whose drawing waits; later ones do not count. */
  rev: z.number().int(),
  /** Why it was not published when its time came. */
  failure: z
    .strictObject({ at: z.string(), why: z.enum(['problems', 'tests', 'too_large']), count: z.number().int() })
    .nullable(),
})
export type ScheduledVersion = z.infer<typeof scheduledVersion>

export const withdrawFlow = z.strictObject({
  /** The version that answers now; refused as stale when another one does. */
  version: z.number().int().positive(),
  people: z.enum(['finish', 'restart']),
})
