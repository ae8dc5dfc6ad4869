import { defineWords } from '../i18n/index.ts'
import { ca } from './words/ca.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { it } from './words/it.ts'

/** The words of the flow tests. */
export const testWords = defineWords('flow-tests', { ca, es, it, en })
