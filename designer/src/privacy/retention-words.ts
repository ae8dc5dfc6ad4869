import { defineWords } from '../i18n/index.ts'
import { retentionCa } from './words/retention-ca.ts'
import { retentionEn } from './words/retention-en.ts'
import { retentionEs } from './words/retention-es.ts'
import { retentionIt } from './words/retention-it.ts'

/** Words of how long data is kept. */
export const retentionWords = defineWords('privacy-retention', {
  ca: retentionCa,
  es: retentionEs,
  it: retentionIt,
  en: retentionEn,
})
