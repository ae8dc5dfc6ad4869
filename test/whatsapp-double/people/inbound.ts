import { recordOf, recordsOf, textOf } from '../json.ts'
import type { Channel, World } from '../world.ts'
import { smallFileOf } from './files.ts'
import { meetPerson, type Thread } from './thread.ts'

/** A message of the person went out: it opens the 24-hour window and may be read, quoted and reacted to. */
export function noteInbound(world: World, thread: Thread, wamid: string) {
  const now = world.clock.now()
  thread.lastInboundAt = now
  world.inbound.set(wamid, thread)
  thread.channel.recent.push(now.getTime())
  thread.inboxAtLastAction = thread.inbox.length
}

/** Takes the people, messages and files of an envelope made by hand for real: they can be answered and fetched. */
export function noteEnvelope(world: World, channel: Channel, envelope: unknown) {
  for (const entry of recordsOf(recordOf(envelope).entry)) {
    for (const change of recordsOf(entry.changes)) {
      const value = recordOf(change.value)
      for (const message of recordsOf(value.messages)) noteMessage(world, channel, message, recordsOf(value.contacts))
    }
  }
}

/** The phone number id an envelope's metadata names, when the double has that channel. */
export function addresseeOf(world: World, envelope: unknown): string | undefined {
  const changes = recordsOf(recordOf(envelope).entry).flatMap(entry => recordsOf(entry.changes))
  return changes
    .map(change => textOf(recordOf(recordOf(change.value).metadata).phone_number_id))
    .find(id => id !== undefined && world.channels.has(id))
}

function noteMessage(
  world: World,
  channel: Channel,
  message: Record<string, unknown>,
  contacts: Record<string, unknown>[],
) {
  const phone = textOf(message.from)
  const bsuid = textOf(message.from_user_id)
  const wamid = textOf(message.id)
  if (!wamid || (!phone && !bsuid)) return
  keepFile(world, channel, recordOf(message[textOf(message.type) ?? '']))
  const contact = contacts.find(({ wa_id, user_id }) => (phone ? wa_id === phone : user_id === bsuid))
  const profile = recordOf(contact?.profile)
  const name = textOf(profile.name)
  const username = textOf(profile.username)
  const person = {
    ...(phone && { phone }),
    ...(bsuid && { bsuid }),
    ...(name !== undefined && { name }),
    ...(username && { username }),
  }
  noteInbound(world, meetPerson(world, channel, person), wamid)
}

function keepFile(world: World, { phoneNumberId }: Channel, part: Record<string, unknown>) {
  const id = textOf(part.id)
  const mime = textOf(part.mime_type)
  if (!id || !mime || world.media.peek(id)) return
  const filename = textOf(part.filename)
  const bytes = smallFileOf(mime)
  world.media.keep({ id, phoneNumberId, mime, bytes, ...(filename !== undefined && { filename }), isInbound: true })
}
