import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { SearchPlace } from './search.ts'

const stream = z.union([
  z.literal('done'),
  z.null(),
  z.strictObject({ at: z.iso.datetime().nullable(), id: z.string().max(300) }),
])
const written = z.strictObject({ contacts: stream, inbound: stream, outbound: stream })

const read = (one: z.infer<typeof stream>) =>
  one === null || one === 'done' ? one : { at: one.at === null ? null : new Date(one.at), id: one.id }

export const writeSearchCursor = (place: SearchPlace): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** Throws `bad_request` for what is no cursor of ours. */
export function readSearchCursor(cursor: string): SearchPlace {
  try {
    const { contacts, inbound, outbound } = written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { contacts: read(contacts), inbound: read(inbound), outbound: read(outbound) }
  } catch (cause) {
    throw new AppError('bad_request', 'a cursor that is none of ours', { cause })
  }
}
