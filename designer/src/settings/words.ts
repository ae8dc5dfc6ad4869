import { defineWords } from '../i18n/index.ts'
import { settingsCa } from './words/ca.ts'
import { settingsEn } from './words/en.ts'
import { settingsEs } from './words/es.ts'
import { settingsIt } from './words/it.ts'

export const settingsWords = defineWords('settings', { ca: settingsCa, es: settingsEs, it: settingsIt, en: settingsEn })
