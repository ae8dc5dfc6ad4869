import type { LocalizedText } from '../language.ts'
import { platformWordsOf } from '../platform-words.ts'
import { type Drawing, reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'
import { isRunByOthersOnly } from './variables.ts'

const CONTACT = /\+?\d(?:[\s.-]?\d){5,}|\b112\b|\S@\S+\.\S|https?:\/\/|www\./i // a telephone number, an e-mail or a web address

const hasContact = (text: LocalizedText) => Object.values(text).some(words => words && CONTACT.test(words))

const reachesPeople = (drawing: Drawing) =>
  reachedSteps(drawing).some(
    ({ definition, texts }) => definition.reachesPeople || texts.some(({ text }) => hasContact(text)),
  )

/** A channel must let people leave, and must lead to a person somewhere. */
export const people: Rule = inspection => {
  const { drawing, flows, town } = inspection
  const { starts, order } = drawing
  if (starts.length === 0 || order.length === starts.length || isRunByOthersOnly(inspection)) return []
  const isPersonNear = hasContact(town.texts.help) || [drawing, ...flows.all].some(reachesPeople)
  const canLeave = town.languages.some(language => platformWordsOf(town, 'stop', language).some(word => word.trim()))
  return [
    ...(isPersonNear ? [] : [{ code: 'no_person', severity: 'warning' } satisfies Finding]),
    ...(canLeave ? [] : [{ code: 'no_opt_out', severity: 'warning' } satisfies Finding]),
  ]
}
