import type { MediaFile, Place } from '@pregoner/shared'
import type { Happening, Heard, Talker } from '../transcripts/talker.ts'
import { type ManualClock, type Person, type ReceivedMessage, smallFiles } from '../whatsapp-double/index.ts'
import { createDesk } from './desk.ts'
import { letTimePass, quiet, type TownServer, waitingNow } from './town-server.ts'

/** One received message in the words of a transcript. */
function heardOf(message: ReceivedMessage): Heard {
  const { text, buttons = [], rows, listButton, media, link, location } = message
  return {
    text: location ? '' : text, // the double shows a place by its name
    buttons: buttons.map(({ title }) => title),
    list: rows
      ? {
          label: listButton ?? '',
          rows: rows.map(({ title, description }) => ({ label: title, description: description ?? null })),
        }
      : null,
    media: media ? { kind: media.kind as MediaFile['kind'], what: '' } : null,
    link: link ?? null,
    place: location ? { ...location, name: location.name ?? null, address: location.address ?? null } : null,
    asksPlace: message.type === 'location_request_message',
  }
}

/** Talks to a running server as a person with WhatsApp does: signed webhooks in, Graph calls out. */
export async function createDoubleTalker(
  server: TownServer,
  townKey: string,
  person: Person,
  clock: ManualClock,
): Promise<Talker> {
  const desk = await createDesk(server, townKey)
  const others = await waitingNow(server)
  let read = person.inbox.length

  async function heard(): Promise<Happening[]> {
    await quiet(server)
    const fresh = person.inbox.slice(read)
    read = person.inbox.length
    return fresh.map(message => ({ kind: 'heard', heard: heardOf(message) }))
  }

  const after = async (sent: Promise<unknown>) => {
    await sent
    return heard()
  }

  return {
    say: text => after(person.sends(text)),
    tap: label => after(person.taps(label)),
    send: ({ kind, name, caption }) =>
      after(
        kind === 'image'
          ? person.sendsImage(smallFiles.photo, 'image/jpeg', caption ?? undefined)
          : person.sendsDocument(smallFiles.document, 'application/pdf', name ?? 'document.pdf'),
      ),
    place: ({ latitude, longitude, name, address }: Place) =>
      after(
        person.sendsLocation({
          latitude: latitude ?? 0,
          longitude: longitude ?? 0,
          ...(name && { name }),
          ...(address && { address }),
        }),
      ),
    async pass(minutes) {
      await letTimePass(server, clock, minutes, others)
      return heard()
    },
    async people(said) {
      await desk(said)
      return heard()
    },
    service: () => heard(), // what is looked for in the town's own database has been found by now
    state: () => Promise.resolve(null),
  }
}
