import { languageNamesIn } from '@pregoner/shared'
import { defineWords } from './index.ts'

/** Names of languages in the languages of the screens. */
export const languageWords = defineWords('languages', languageNamesIn)
