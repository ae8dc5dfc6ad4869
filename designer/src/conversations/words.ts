import { defineWords } from '../i18n/index.ts'
import { conversationsCa } from './words/ca.ts'
import { conversationsEn } from './words/en.ts'
import { conversationsEs } from './words/es.ts'
import { conversationsIt } from './words/it.ts'

export const conversationWords = defineWords('conversations', {
  ca: conversationsCa,
  es: conversationsEs,
  it: conversationsIt,
  en: conversationsEn,
})
