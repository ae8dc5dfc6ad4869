import { defineWords } from '../i18n/index.ts'
import { workCa } from './words/work-ca.ts'
import { workEn } from './words/work-en.ts'
import { workEs } from './words/work-es.ts'
import { workIt } from './words/work-it.ts'

/** Words for who works on what, and until when. */
export const workWords = defineWords('incident-work', { ca: workCa, es: workEs, it: workIt, en: workEn })
