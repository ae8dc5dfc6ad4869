import type { DataClass } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { MediaStore } from '../media-store.ts'
import { closedIncidents } from './closed-incidents.ts'
import { filesOfCitizens } from './files.ts'
import { type Forget, idleContacts } from './idle-contacts.ts'
import type { ExpiringPart } from './part.ts'
import { finishedJobs } from './technical.ts'
import { notUnderstood, sentToCitizens, toldToStaff, writtenByCitizens } from './texts.ts'

export type { Forget } from './idle-contacts.ts'
export type { Cleared, Expired, ExpiringPart } from './part.ts'

export type Expiry = ReturnType<typeof createExpiry>

/** What of each class has been kept long enough. A new class does not compile until it stands here. */
export function createExpiry(connection: Connection, media: Pick<MediaStore, 'remove'>) {
  const parts: { [Name in DataClass]: (people: { forget: Forget; before: Date }) => ExpiringPart[] } = {
    messages: () => [writtenByCitizens(connection), sentToCitizens(connection), toldToStaff(connection)],
    answers: () => [notUnderstood(connection)],
    media: () => [filesOfCitizens(connection, media)],
    incidents: () => [closedIncidents(connection)],
    contacts: people => [idleContacts(connection, 'whatsapp', people)],
    web_chats: people => [idleContacts(connection, 'webchat', people)],
    technical: () => [finishedJobs(connection, 'service_calls'), finishedJobs(connection, 'media_fetches')],
  }

  return {
    partsOf: (name: DataClass, people: { forget: Forget; before: Date }): ExpiringPart[] => parts[name](people),
  }
}
