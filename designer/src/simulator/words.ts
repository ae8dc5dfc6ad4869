import { defineWords } from '../i18n/index.ts'
import { ca } from './words/ca.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { it } from './words/it.ts'

/** The words of the simulator. */
export const simulatorWords = defineWords('simulator', { ca, es, it, en })
