import { defineWords } from '../i18n/index.ts'
import { formsCa } from './words/forms-ca.ts'
import { formsEn } from './words/forms-en.ts'
import { formsEs } from './words/forms-es.ts'
import { formsIt } from './words/forms-it.ts'
import { stepsCa } from './words/steps-ca.ts'
import { stepsEn } from './words/steps-en.ts'
import { stepsEs } from './words/steps-es.ts'
import { stepsIt } from './words/steps-it.ts'
import { typesCa } from './words/types-ca.ts'
import { typesEn } from './words/types-en.ts'
import { typesEs } from './words/types-es.ts'
import { typesIt } from './words/types-it.ts'

/** Names of node types, families and exits, and the labels of the forms. */
export const nodeWords = defineWords('nodes', {
  ca: { ...typesCa, ...formsCa, ...stepsCa },
  es: { ...typesEs, ...formsEs, ...stepsEs },
  it: { ...typesIt, ...formsIt, ...stepsIt },
  en: { ...typesEn, ...formsEn, ...stepsEn },
})
