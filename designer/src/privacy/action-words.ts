import { defineWords } from '../i18n/index.ts'
import { actionCa } from './words/action-ca.ts'
import { actionEn } from './words/action-en.ts'
import { actionEs } from './words/action-es.ts'
import { actionIt } from './words/action-it.ts'

/** What people and Pregoner did, as the activity log tells it. */
export const actionWords = defineWords('privacy-actions', { ca: actionCa, es: actionEs, it: actionIt, en: actionEn })
