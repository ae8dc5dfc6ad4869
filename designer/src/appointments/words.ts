import { defineWords } from '../i18n/index.ts'
import { appointmentsCa } from './words/ca.ts'
import { appointmentsEn } from './words/en.ts'
import { appointmentsEs } from './words/es.ts'
import { appointmentsIt } from './words/it.ts'

/** Words of the page of appointments and of what is set up for them. */
export const appointmentWords = defineWords('appointments', {
  ca: appointmentsCa,
  es: appointmentsEs,
  it: appointmentsIt,
  en: appointmentsEn,
})
