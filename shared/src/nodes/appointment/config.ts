import { z } from 'zod'
import { localizedText } from '../../language.ts'
import { answerName } from '../../names.ts'

export const appointmentActions = ['book', 'manage'] as const
export type AppointmentAction = (typeof appointmentActions)[number]

export const appointmentConfig = z.strictObject({
  /** Makes one for the service, or shows the contact's own to move or cancel. */
  action: z.enum(appointmentActions),
  serviceId: z.string().max(60),
  /** Said above the days or above the contact's appointments; empty says the built-in words alone. */
  intro: localizedText(),
  /** The answer that holds who comes; null takes the contact's own name. */
  nameFrom: z.string().max(60).nullable(),
  /** The answers that hold the reference and, with `_when` behind it, the moment. */
  saveAs: answerName,
  waitMinutes: z.number().positive().max(43_200),
})
export type AppointmentConfig = z.infer<typeof appointmentConfig>

export const savedNames = ({ saveAs }: AppointmentConfig): string[] => [saveAs, `${saveAs}_when`]
