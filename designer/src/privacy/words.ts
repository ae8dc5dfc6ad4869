import { defineWords } from '../i18n/index.ts'
import { privacyCa } from './words/ca.ts'
import { privacyEn } from './words/en.ts'
import { privacyEs } from './words/es.ts'
import { privacyIt } from './words/it.ts'

export const privacyWords = defineWords('privacy', { ca: privacyCa, es: privacyEs, it: privacyIt, en: privacyEn })
