import { type Json, recordOf, textOf } from '../json.ts'
import { smallFiles } from '../people/files.ts'
import { createPerson, type Person } from '../people/person.ts'
import type { Thread } from '../people/thread.ts'
import type { World } from '../world.ts'

const CONTACT = {
  name: { formatted_name: 'Joan Puig', first_name: 'Joan', last_name: 'Puig' },
  phones: [{ phone: '+34 600 22 33 44', wa_id: '34600223344', type: 'CELL' }],
  origin: 'other',
}

type Action = (person: Person, body: Json) => unknown

const text = (body: Json, key: string) => textOf(body[key]) ?? ''

/** What the page's buttons do, by the name they post. */
const actions: Record<string, Action> = {
  text: (person, body) => person.sends(text(body, 'text'), body.replyTo ? { replyTo: text(body, 'replyTo') } : {}),
  tap: (person, body) => person.tapsOn(text(body, 'wamid'), text(body, 'id')),
  place(person, body) {
    const name = text(body, 'name')
    const address = text(body, 'address')
    return person.sendsLocation({
      latitude: Number(body.latitude),
      longitude: Number(body.longitude),
      ...(name && { name }),
      ...(address && { address }),
    })
  },
  samplePhoto: (person, body) => person.sendsImage(smallFiles.photo, 'image/jpeg', textOf(body.text)),
  voice: person => person.sendsAudio(smallFiles.voice),
  sticker: person => person.sendsSticker(smallFiles.sticker),
  contact: person => person.sendsContact([CONTACT]),
  react: (person, body) => person.reacts(text(body, 'wamid'), text(body, 'emoji')),
  edit: (person, body) => person.edits(text(body, 'wamid'), text(body, 'text')),
  revoke: (person, body) => person.revokes(text(body, 'wamid')),
  unsupported: person => person.sendsUnsupported(),
  sharePhone: person => person.sharesPhone(),
  flow: (person, body) => person.answersFlow(text(body, 'text')),
  changeNumber: (person, body) => person.changesNumber(text(body, 'phone')),
  block: (person, body) => person.blocks(body.isOn === true),
  stopMarketing: (person, body) => person.stopsMarketing(body.isOn === true),
}

/** Does what a button of the page asks; throws in words a developer understands. */
export async function act(world: World, thread: Thread, body: unknown): Promise<unknown> {
  const name = textOf(recordOf(body).action) ?? ''
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new Error(`The phone cannot do "${name}".`)
  const answer = await action(createPerson(world, thread), recordOf(body))
  world.changed()
  return answer
}

/** Sends a file the developer picked, as what its type makes of it on a phone. */
export function sendFile(world: World, thread: Thread, bytes: Buffer, mime: string, name: string, caption?: string) {
  const person = createPerson(world, thread)
  if (mime.startsWith('image/')) return person.sendsImage(bytes, mime, caption)
  if (mime.startsWith('video/')) return person.sendsVideo(bytes, mime, caption)
  if (mime.startsWith('audio/')) return person.sendsAudio(bytes, mime)
  return person.sendsDocument(bytes, mime || 'application/octet-stream', name, caption === undefined ? {} : { caption })
}
