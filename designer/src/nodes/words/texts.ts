import { defineWords } from '../../i18n/index.ts'
import { textsCa } from './texts-ca.ts'
import { textsEn } from './texts-en.ts'
import { textsEs } from './texts-es.ts'
import { textsIt } from './texts-it.ts'

/** What stands around the texts of a form: tools, values, how a menu looks and is answered. */
export const textsWords = defineWords('texts', { ca: textsCa, es: textsEs, it: textsIt, en: textsEn })
