import type { BookableService } from '../../appointments/bookable-service.ts'
import { momentWords } from '../../appointments/moment-words.ts'
import { type OwnAppointment, readOwn } from '../../appointments/own-appointment.ts'
import type { Scene } from '../../node.ts'
import { type Phrase, phrase } from '../../phrases.ts'

/** What it waits for: an answer of the office (`days`, `hours`, `finding`, `booking`, `changing`) or of the contact. */
export type Stage =
  | 'days'
  | 'day'
  | 'hours'
  | 'hour'
  | 'question'
  | 'booking'
  | 'finding'
  | 'own'
  | 'action'
  | 'changing'

/** What the node keeps between two inputs. Plain data. */
export interface Memory {
  stage: Stage
  serviceId: string
  /** Set when an appointment is moved or cancelled. */
  reference?: string
  /** What is offered now, days or hours, and from which on. */
  offered?: string[]
  from?: number
  day?: string
  at?: string
  /** The contact's own appointments, one line each. */
  own?: string[]
  /** Said above what is offered next. */
  lead?: 'appointment_taken' | 'appointment_day_full'
  isCancelling?: true
  /** How often something was asked; a contact who never decides is let go. */
  asked?: number
}

export const memoryOf = ({ wait }: Scene): Partial<Memory> => (wait?.memory ?? {}) as Partial<Memory>

export const say = (
  name: Phrase,
  { language, defaultLanguage }: Pick<Scene, 'language' | 'defaultLanguage'>,
  values?: Record<string, string>,
): string => phrase(name, language, defaultLanguage, values)

export const serviceOf = ({ town }: Scene, serviceId: string): BookableService | undefined =>
  town.bookableServices?.find(({ id }) => id === serviceId)

export const serviceName = (scene: Scene, serviceId: string): string => {
  const service = serviceOf(scene, serviceId)
  return (service && scene.label(service.name)) || serviceId
}

export const whenWords = (scene: Scene, at: string): string => momentWords(at, scene.language, scene.town.timeZone)

/** The pieces that texts about one appointment need. */
export const facts = (scene: Scene, { reference, serviceId, at }: OwnAppointment): Record<string, string> => ({
  reference,
  service: serviceName(scene, serviceId),
  when: whenWords(scene, at),
})

export const ownOf = ({ own, reference }: Partial<Memory>): OwnAppointment | undefined =>
  readOwn(own).find(one => one.reference === reference)
