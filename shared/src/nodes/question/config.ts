import { z } from 'zod'
import { localizedText } from '../../language.ts'
import { answerName } from '../../names.ts'
import { answerKinds } from './read-answer.ts'

/** What an officer sets of a question. */
export const questionConfig = z.strictObject({
  text: localizedText(),
  answer: z.enum(answerKinds),
  saveAs: answerName,
  optional: z.boolean(),
  skipLabel: localizedText({ maxChars: 20 }),
  /** Said when the answer does not fit; empty says the built-in words. */
  retryText: localizedText(),
  maxAttempts: z.number().int().min(1).max(10),
  waitMinutes: z.number().positive().max(43_200),
  /** Repeats the answer and asks whether it is right. */
  confirm: z.boolean(),
  /** Smallest and largest number, or number of characters of a text. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Linear-time pattern the whole text must match; for `pattern` only. */
  pattern: z.string().max(500),
  /** Highest mark of a rating. */
  best: z.number().int().min(2).max(10),
  /** Photos or files: several, until the contact says that is all. */
  several: z.boolean(),
  /** A name, an address, anything by which a person is known: consent must come before. */
  isPersonal: z.boolean(),
})
export type QuestionConfig = z.infer<typeof questionConfig>
