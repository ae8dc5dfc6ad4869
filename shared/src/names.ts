import { z } from 'zod'

const MAX_ID_CHARS = 60 // flow, node and option ids travel together in one WhatsApp row id of 200 characters
const reserved = new Set(['constructor', 'prototype', '__proto__', 'hasownproperty', 'tostring', 'valueof'])

const isSafe = (name: string) => !reserved.has(name.toLowerCase())

/** An id inside a flow or a town: letters, digits, `-` and `_`; never a name of JavaScript's own objects. */
export const id = z
  .string()
  .min(1)
  .max(MAX_ID_CHARS)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)
  .refine(isSafe, { message: 'reserved_name' })

/** The name under which an answer is kept and used in texts: `street` in `{{street}}`. */
export const answerName = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9_]*$/)
  .refine(isSafe, { message: 'reserved_name' })

/** An id that is asked for from outside, in an address or a body: nothing but letters, digits, `-` and `_`. */
export const askedId = (maxChars = MAX_ID_CHARS) =>
  z
    .string()
    .max(maxChars)
    .regex(/^[\w-]+$/)
