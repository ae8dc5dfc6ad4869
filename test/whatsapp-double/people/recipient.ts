import { requireText } from '../graph/check.ts'
import { GraphFailure } from '../graph/errors.ts'
import { type Json, recordOf, textOf } from '../json.ts'
import type { Channel, World } from '../world.ts'
import { identityAt, strangerAt, threadWith } from './thread.ts'

const BSUID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/

/** Whom a body is for: `to` wins over `recipient`. Who is not on WhatsApp gives a thread nobody reads. */
export function recipientOf(world: World, channel: Channel, body: Json) {
  if (body.to !== undefined) {
    const to = requireText(body, 'to', { max: 30, path: 'to' })
    const digits = to.replace(/\D/g, '')
    if (!/^\+?[\d\s().-]+$/.test(to) || digits.length < 6 || digits.length > 18) {
      throw new GraphFailure(131009, `Param to is not a valid phone number: ${to}`)
    }
    const identity = identityAt(world, digits)
    const thread = identity ? threadWith(world, channel, identity) : strangerAt(channel, { phone: digits })
    return { thread, isKnown: identity !== undefined, isByUserId: false }
  }
  const recipient = requireText(body, 'recipient', { max: 140, path: 'recipient' })
  if (!BSUID.test(recipient)) throw new GraphFailure(131009, 'Param recipient is not a valid business-scoped user id.')
  const identity = identityAt(world, recipient)
  const thread = identity ? threadWith(world, channel, identity) : strangerAt(channel, { bsuid: recipient })
  return { thread, isKnown: identity !== undefined, isByUserId: true }
}

/** Every name of the person a body is for, for faults that strike one person. */
export function addressesOf(world: World, body: unknown): string[] {
  const address = textOf(recordOf(body).to) ?? textOf(recordOf(body).recipient)
  if (address === undefined) return []
  const identity = identityAt(world, address)
  return [address, identity?.phone, identity?.waId, identity?.bsuid].filter(one => one !== undefined)
}
