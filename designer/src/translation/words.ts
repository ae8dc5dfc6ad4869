import { defineWords } from '../i18n/index.ts'
import { translationCa } from './words/ca.ts'
import { translationEn } from './words/en.ts'
import { translationEs } from './words/es.ts'
import { translationIt } from './words/it.ts'

export const translationWords = defineWords('translation', {
  ca: translationCa,
  es: translationEs,
  it: translationIt,
  en: translationEn,
})
