import { defineWords } from '../i18n/index.ts'
import { publicationCa } from './words/ca.ts'
import { publicationEn } from './words/en.ts'
import { publicationEs } from './words/es.ts'
import { publicationIt } from './words/it.ts'

export const publicationWords = defineWords('publication', {
  ca: publicationCa,
  es: publicationEs,
  it: publicationIt,
  en: publicationEn,
})
