import { createHmac } from 'node:crypto'
import { type IncidentEntry, textMessage } from '@pregoner/shared'
import type { Identity } from '../channels/channel.ts'
import { countryOf } from '../statistics/country-of.ts'
import type { StepEvent } from './event-store.ts'
import { fold } from './fold.ts'
import type { IncidentRow } from './incident-rows.ts'
import type { Send } from './send-store.ts'
import type { ConsentRow } from './subscription-store.ts'

/** What stands where a conversation was named whose person is not known any more. */
export const NOBODY = ''

/** Keeps one person one in the statistics. The salt is as random as any and goes with the conversation. */
export const tokenOf = (name: string, salt: string) =>
  `erased:${createHmac('sha256', salt).update(name).digest('base64url').slice(0, 24)}`

/** A step as the statistics keep it: counted as before, and nobody's. */
export const anonymousEvent = (event: StepEvent, salt: string): StepEvent => ({
  ...event,
  _id: tokenOf(event._id, salt),
  convId: tokenOf(event.convId, salt),
  notUnderstood: event.notUnderstood.map(lost => ({ ...lost, text: '' })),
  ...(event.messageId !== undefined && { messageId: null }),
})

const STAFF_ONLY: readonly IncidentEntry['kind'][] = ['assigned', 'department', 'priority']

/** Nobody's address in the same country, so that the message costs what it cost. */
function addressless(to: Identity): Identity {
  const country = countryOf(to)
  return to.type === 'visitor' ? { ...to, value: '' } : { type: 'bsuid', value: country ? `${country}.` : '' }
}

/** A message that was paid for, without its words and without whom it went to. */
export const wordlessSend = (
  send: Send,
): Pick<Send, 'to' | 'message' | 'platformId' | 'givenUp' | 'token' | 'error' | 'isWordless'> => ({
  to: addressless(send.to),
  message: textMessage('', send.message.language),
  ...{ platformId: null, givenUp: [], token: null, isWordless: true },
  error: send.error?.split(' ')[0] ?? null, // the platform's code; its words may name the number
})

/** The same once its conversation is nobody's. */
export const anonymousSend = (send: Send, salt: string): Send => ({
  ...send,
  ...wordlessSend(send),
  _id: tokenOf(send._id, salt),
  convId: tokenOf(send.convId, salt),
  entryId: null,
})

/** That a number was subscribed stays proven; who asked for it goes. */
export const anonymousConsent = (row: ConsentRow, salt: string): ConsentRow => ({
  ...row,
  _id: tokenOf(row._id, salt),
  contactId: '',
  messageId: null,
})

/** What was done stays, in whose name of the town hall and when; what was said goes. */
const anonymousEntry = (entry: IncidentEntry): IncidentEntry => {
  const isUnderWay = entry.delivery === 'queued' || entry.delivery === 'parked' || entry.delivery === 'sending'
  return {
    ...entry,
    text: STAFF_ONLY.includes(entry.kind) ? entry.text : '',
    media: [],
    ...(isUnderWay && { delivery: 'failed', failure: 'erased' }),
  }
}

type Fate<Field extends keyof IncidentRow> = 'kept' | ((row: IncidentRow, now: Date) => IncidentRow[Field])

/** What becomes of each field of an incident. A new one does not compile until it stands here. */
const fates: { [Field in keyof Required<IncidentRow>]: Fate<Field> } = {
  _id: 'kept',
  town: 'kept',
  rev: row => row.rev + 1,
  reference: 'kept',
  toldReference: 'kept',
  departmentId: 'kept',
  personId: 'kept',
  category: 'kept',
  mode: 'kept',
  priority: 'kept',
  summary: () => '',
  text: () => '',
  media: () => [],
  // A point in the street is the matter; what somebody wrote about it may be where they live.
  spot: 'kept',
  districtId: 'kept',
  place: ({ place }) => place && { ...place, name: null, address: null },
  answers: () => ({}),
  language: 'kept',
  flowId: 'kept',
  node: 'kept',
  status: 'kept',
  channelId: 'kept',
  channelKind: 'kept',
  convId: () => NOBODY,
  contactName: () => null,
  openedAt: 'kept',
  changedAt: (_row, now) => now,
  answeredAt: 'kept',
  assignee: 'kept',
  windowEndsAt: () => null,
  handedFrom: 'kept',
  followers: 'kept',
  duplicateOf: 'kept',
  entries: row => row.entries.map(anonymousEntry),
  mediaIds: () => [],
  outbox: ({ outbox }) => outbox.filter(({ to }) => to !== undefined), // what others are told of it
  search: row => fold(row.toldReference),
  deadlines: 'kept',
  pauses: 'kept',
  waitingSince: 'kept',
  dueFor: 'kept',
  dueAt: 'kept',
  soonAt: 'kept',
  assigneeId: 'kept',
  mentioned: 'kept',
  asksSolved: 'kept',
}

function decided<Field extends keyof IncidentRow>(field: Field, row: IncidentRow, now: Date): [Field, unknown][] {
  const fate: Fate<Field> = fates[field]
  return typeof fate === 'function' ? [[field, fate(row, now)]] : []
}

const fields = Object.keys(fates).filter((field): field is keyof IncidentRow => field in fates)

/** What an incident is changed to when its person is to be forgotten: the matter stays with the department. */
export const anonymousIncident = (row: IncidentRow, now: Date): Record<string, unknown> =>
  Object.fromEntries(fields.flatMap(field => decided(field, row, now)))
