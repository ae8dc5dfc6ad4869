import type { MediaFile, Place } from '../message.ts'
import type { EffectNote } from '../simulation/index.ts'

/** What an effect is about, as names and values without any words of the screens. `kind` is always among them. */
export type EffectFacts = { readonly [name: string]: string }

type NoteOf<Kind extends EffectNote['kind']> = Extract<EffectNote, { kind: Kind }>
type Given = { [name: string]: string | number | boolean | null }

/** A place as one line: its name and address, else its coordinates. */
export const placeLine = ({ latitude, longitude, name, address }: Place): string =>
  [name, address].filter(Boolean).join(', ') || (latitude === null ? '' : `${latitude}, ${longitude}`)

const filesLine = (files: readonly MediaFile[]) => files.map(({ kind }) => kind).join(', ')

/** The facts of each kind of effect; never an id that changes from run to run. The only list of them. */
const factsOf: { [Kind in EffectNote['kind']]: (effect: NoteOf<Kind>) => Given } = {
  open_incident: ({ departmentId, personId, category, mode, priority, reference, summary, text, media, place }) => ({
    ...{ departmentId, personId, category, mode, priority, reference, summary, text },
    files: filesLine(media),
    place: place && placeLine(place),
  }),
  add_to_incident: ({ reference, text, media, place }) => ({
    ...{ reference, text },
    files: filesLine(media),
    place: place && placeLine(place),
  }),
  settle_incident: ({ reference, solved, text }) => ({ reference, solved, text }),
  find_duplicates: ({ category, place, meters, days }) => ({ category, place: placeLine(place), meters, days }),
  follow_incident: ({ reference }) => ({ reference }),
  find_slots: ({ serviceId, day }) => ({ serviceId, day }),
  find_appointments: () => ({}),
  book_appointment: ({ serviceId, at, reference, note }) => ({ serviceId, at, reference, text: note }),
  change_appointment: ({ reference, at }) => ({ reference, at }),
  notify_staff: ({ departmentId, text }) => ({ departmentId, text }),
  call_service: ({ method, url, body }) => ({ method, url, body }),
  record_consent: ({ consent: { purpose, version, accepted } }) => ({ purpose, version, accepted }),
  change_subscription: ({ topicId, subscribed, address }) => ({ topicId, subscribed, address }),
  confirm_form: ({ code }) => ({ code }),
  end_subscriptions: () => ({}),
  privacy_request: ({ request }) => ({ request }),
  not_understood: ({ text }) => ({ text }),
  rate: ({ mark, best }) => ({ mark, best }),
}

export function effectFacts(effect: EffectNote): EffectFacts {
  // The one lookup of the registry: `factsOf[kind]` takes exactly the effects of that kind.
  const ask = factsOf[effect.kind] as (effect: EffectNote) => Given
  const given = Object.entries(ask(effect)).filter(([, value]) => value !== null && value !== '')
  return { kind: effect.kind, ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])) }
}
