import { defineWords } from '../i18n/index.ts'
import { deskCa } from './words/ca.ts'
import { deskEn } from './words/en.ts'
import { deskEs } from './words/es.ts'
import { deskIt } from './words/it.ts'

export const deskWords = defineWords('incidents', { ca: deskCa, es: deskEs, it: deskIt, en: deskEn })
