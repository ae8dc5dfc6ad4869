import type { IncidentEntry, MediaFile, Place } from '@pregoner/shared'

/** An entry with nothing in it but what is given. */
export const entryOf = (given: Pick<IncidentEntry, 'id' | 'at' | 'kind'> & Partial<IncidentEntry>): IncidentEntry => ({
  by: null,
  text: '',
  media: [],
  status: null,
  to: null,
  delivery: null,
  failure: null,
  ...given,
})

/** What a citizen adds to an incident. */
export interface CitizenWords {
  text: string
  media: MediaFile[]
  place: Place | null
}

export type Delivery = NonNullable<IncidentEntry['delivery']>

/** From where an answer may get to each state: a late report never moves it backwards. */
export const deliveredAfter: { readonly [State in Delivery]: readonly Delivery[] } = {
  queued: [],
  parked: ['queued'],
  sending: ['queued', 'parked'],
  accepted: ['queued', 'parked', 'sending'],
  failed: ['queued', 'parked', 'sending', 'accepted'],
  delivered: ['queued', 'parked', 'sending', 'accepted', 'failed'],
  read: ['queued', 'parked', 'sending', 'accepted', 'failed', 'delivered'],
}
