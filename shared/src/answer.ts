import { z } from 'zod'
import { mediaFile, place } from './message.ts'

/** What a contact told us, or what a flow worked out, under the name the officer gave it. */
export const answerValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  place,
  z.array(mediaFile),
  z.array(z.string()),
])
export type AnswerValue = z.infer<typeof answerValue>

/** Answers by name. Read with `Object.hasOwn`, never by walking a prototype. */
export type Answers = { readonly [name: string]: AnswerValue }
export const answers = z.record(z.string(), answerValue)
