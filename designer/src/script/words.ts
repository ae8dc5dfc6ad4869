import { defineWords } from '../i18n/index.ts'
import { ca } from './words/ca.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { it } from './words/it.ts'

/** The words of the script of all conversations. */
export const scriptWords = defineWords('script', { ca, es, it, en })
