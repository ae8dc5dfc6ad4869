import { defineWords } from '../i18n/index.ts'
import { broadcastsCa } from './words/ca.ts'
import { broadcastsEn } from './words/en.ts'
import { broadcastsEs } from './words/es.ts'
import { broadcastsIt } from './words/it.ts'

export const broadcastWords = defineWords('broadcasts', {
  ca: broadcastsCa,
  es: broadcastsEs,
  it: broadcastsIt,
  en: broadcastsEn,
})
