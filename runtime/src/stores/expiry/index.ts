import type { DataClass } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { MediaStore } from '../media-store.ts'
import { closedIncidents } from './closed-incidents.ts'
import { filesOfCitizens } from './files.ts'
import { idleContacts } from './idle-contacts.ts'
import { importedNumbers } from './imported.ts'
import { recipientsOfOldBroadcasts } from './old-broadcasts.ts'
import type { ExpiringPart } from './part.ts'
import { pastAppointments } from './past-appointments.ts'
import type { People } from './people.ts'
import { remembered } from './remembered.ts'
import { finishedJobs } from './technical.ts'
import { notUnderstood, sentToCitizens, toldToStaff, writtenByCitizens } from './texts.ts'

export type { Cleared, Expired, ExpiringPart } from './part.ts'
export type { Forget, People } from './people.ts'

export type Expiry = ReturnType<typeof createExpiry>

/** What of each class has been kept long enough. A new class does not compile until it stands here. */
export function createExpiry(connection: Connection, media: Pick<MediaStore, 'remove'>) {
  const parts: { [Name in DataClass]: (people: People) => ExpiringPart[] } = {
    messages: () => [
      writtenByCitizens(connection),
      sentToCitizens(connection),
      toldToStaff(connection),
      pastAppointments(connection),
    ],
    answers: () => [notUnderstood(connection)],
    memory: people => [remembered(connection, people)],
    media: () => [filesOfCitizens(connection, media)],
    incidents: () => [closedIncidents(connection)],
    broadcasts: () => [recipientsOfOldBroadcasts(connection)],
    contacts: people => [idleContacts(connection, 'whatsapp', people)],
    imported: () => [importedNumbers(connection)],
    web_chats: people => [idleContacts(connection, 'webchat', people)],
    technical: () => [finishedJobs(connection, 'service_calls'), finishedJobs(connection, 'media_fetches')],
  }

  return {
    partsOf: (name: DataClass, people: People): ExpiringPart[] => parts[name](people),
  }
}
