import { builtInNames, parseTemplate } from '@pregoner/shared'
import { translate } from '../i18n/index.ts'
import { parseMarks, plainMarks } from '../phone/index.ts'
import { nodeWords } from './words.ts'

type BuiltIn = (typeof builtInNames)[number]
const isBuiltIn = (name: string): name is BuiltIn => builtInNames.some(known => known === name)

/** What a value is called on the screen: "contact's name"; an answer by its own name. */
export const valueName = (name: string): string => (isBuiltIn(name) ? translate(nodeWords, `variable.${name}`) : name)

/** How a preview shows where a value will stand. */
export const standIn = (name: string): string => `‹${valueName(name)}›`

const said = (source: string, show: (name: string) => string) =>
  parseTemplate(source)
    .parts.map(part => (typeof part === 'string' ? part : show(part.variable)))
    .join('')

/** A text with its values stood in, marks and all. */
export const withStandIns = (source: string): string => said(source, standIn)

/** A text as one reads it in a title: without marks, its values by name. */
export const plainWords = (source: string): string => plainMarks(parseMarks(said(source, valueName)))
