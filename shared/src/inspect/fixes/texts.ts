import type { Flow } from '../../flow.ts'
import { withText } from '../../flow-texts.ts'
import { type Language, type LocalizedText, languageCodes } from '../../language.ts'
import type { TextUse } from '../../node.ts'
import { countChars } from '../../rendering.ts'
import { parseTemplate } from '../../template.ts'
import { typosBetween } from '../../understand/distance.ts'
import { comparable } from '../../understand/words.ts'
import { leadingTo, type Step } from '../drawing.ts'
import { setBy } from '../flows.ts'
import type { Finding } from '../problem.ts'
import type { Inspection } from '../rule.ts'
import type { Fix } from './fix.ts'

const MAX_TYPOS = 2 // in a name of some letters; more is another name
const NO_VALUE = '—'

const useAt = ({ drawing }: Inspection, { node, field }: Finding) => {
  const step = drawing.steps.get(node ?? '')
  const use = step?.texts.find(one => one.field === field)
  return step && use ? { step, use } : null
}

/** Whether another option of the step is called the same in that language. */
const isTaken = ({ definition, config }: Step, { field }: TextUse, language: Language, words: string) =>
  (definition.offers?.(config) ?? []).some(
    offer => `${offer.field}.label` !== field && comparable(offer.label[language] ?? '') === comparable(words),
  )

/** Whether these words do no harm in that place: short enough, nothing odd in braces, not what another option is called. */
function isSound(step: Step, use: TextUse, language: Language, words: string): boolean {
  const { variables, problems } = parseTemplate(words)
  if (words.trim() === '' || problems.length > 0 || (use.isPlain && variables.length > 0)) return false
  const isLabel = use.isPlain === true && isTaken(step, use, language, words)
  return !isLabel && (use.mayDegrade === true || countChars(words) <= use.maxChars)
}

/** Copies a text into a language that lacks it. */
export const copyText: Fix = {
  codes: ['text_missing', 'text_partly_missing'],
  plan(finding, inspection) {
    const { flow } = inspection
    const at = useAt(inspection, finding)
    const into = languageCodes.find(code => code === finding.values?.language)
    if (!at || !into) return null
    const { step, use } = at
    const from = [flow.defaultLanguage, ...flow.languages].find(code => use.text[code]?.trim())
    const words = from && use.text[from]
    if (!from || !words || !isSound(step, use, into, words)) return null
    const { id: node } = step
    return {
      values: { fixLanguage: from },
      apply: () => withText(flow, { node, field: use.field }, { ...use.text, [into]: words }),
    }
  },
}

/** What an end says that said nothing; an officer may put better words. */
const goodbyes: LocalizedText = {
  ca: 'Gràcies. Quan vulguis res més, escriu *menú*.',
  es: 'Gracias. Cuando quieras algo más, escribe *menú*.',
  it: 'Grazie. Quando ti serve altro, scrivi *menu*.',
  en: 'Thank you. When you need anything else, write *menu*.',
}

/** Says thanks where a conversation ended without a word. */
export const sayGoodbye: Fix = {
  codes: ['ends_silently'],
  plan(finding, inspection) {
    const { flow } = inspection
    const at = useAt(inspection, finding)
    if (!at) return null
    const text = Object.fromEntries(flow.languages.map(language => [language, goodbyes[language] ?? goodbyes.en]))
    return { apply: () => withText(flow, { node: at.step.id, field: at.use.field }, text) }
  },
}

const withoutData = (words: string) =>
  words
    .replace(/\{\{[^{}]*\}\}|\{\{|\}\}/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()

/** Takes data out of words that are shown as they are written, and braces that were never closed. */
export const removeData: Fix = {
  codes: ['variable_in_label', 'template_unclosed'],
  plan(finding, inspection) {
    const at = useAt(inspection, finding)
    const language = languageCodes.find(code => code === finding.values?.language)
    if (!at || !language) return null
    const { step, use } = at
    const before = use.text[language] ?? ''
    const words = finding.code === 'template_unclosed' ? withoutLooseBraces(before) : withoutData(before)
    if (!isSound(step, use, language, words)) return null
    const text = { ...use.text, [language]: words }
    return { apply: () => withText(inspection.flow, { node: step.id, field: use.field }, text) }
  },
}

/** The text without the braces that nothing closes; data that are well written stay. */
function withoutLooseBraces(source: string): string {
  const loose = parseTemplate(source).problems.filter(({ code }) => code === 'unclosed')
  return loose.toReversed().reduce((words, { at }) => words.slice(0, at) + words.slice(at + 2), source)
}

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g

/** A text whose places for one value are written anew. */
function rewritten(text: LocalizedText, name: string, write: (inside: string) => string): LocalizedText {
  const anew = (words: string) =>
    words.replace(PLACEHOLDER, (whole, inside: string) =>
      parseTemplate(whole).variables[0] === name ? `{{${write(inside.trim())}}}` : whole,
    )
  return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, anew(words ?? '')]))
}

const rewriteAll = (flow: Flow, step: Step, name: string, write: (inside: string) => string): Flow =>
  step.texts.reduce((drawn, { field, text, isPlain }) => {
    const now = isPlain ? text : rewritten(text, name, write)
    return withText(drawn, { node: step.id, field }, now)
  }, flow)

/** Says a dash where a value may be missing, for the officer to put better words there. */
export const defaultText: Fix = {
  codes: ['variable_maybe_unset'],
  plan(finding, inspection) {
    const at = useAt(inspection, finding)
    const name = String(finding.values?.variable ?? '')
    const isElsewhere = at?.step.definition.reads?.(at.step.config).some(read => read.name === name && !read.mayBeUnset)
    if (!at || isElsewhere) return null
    const write = (inside: string) => (/\|\s*default\b/.test(inside) ? inside : `${inside}|default:"${NO_VALUE}"`)
    return { values: { fixName: NO_VALUE }, apply: () => rewriteAll(inspection.flow, at.step, name, write) }
  },
}

const MAX_NAMES = 500 // a flow asks for a few dozen things; a guard against comparing thousands with thousands
const known = new WeakMap<Inspection['drawing'], readonly string[]>()

/** The names that the steps of the flow set. */
function namesIn({ drawing }: Inspection): readonly string[] {
  const names = known.get(drawing) ?? [...new Set([...drawing.steps.values()].flatMap(setBy))].slice(0, MAX_NAMES)
  known.set(drawing, names)
  return names
}

/** Whether a step that sets the name comes before this one. */
const isSetBefore = ({ drawing }: Inspection, node: string, name: string) =>
  [...leadingTo(drawing, [node])].some(id => {
    const step = drawing.steps.get(id)
    return id !== node && step !== undefined && setBy(step).includes(name)
  })

/** Writes the name of an answer right wherever it is misspelt, where one name is nearly the same. */
export const rightName: Fix = {
  codes: ['variable_unset'],
  plan(finding, inspection) {
    const { flow, drawing } = inspection
    const name = String(finding.values?.variable ?? '')
    const names = namesIn(inspection)
    if (!useAt(inspection, finding) || name.length <= MAX_TYPOS || names.includes(name)) return null
    const [only, ...others] = names.filter(one => typosBetween(name, one, MAX_TYPOS) <= MAX_TYPOS)
    if (only === undefined || others.length > 0 || !isSetBefore(inspection, finding.node ?? '', only)) return null
    const steps = [...drawing.steps.values()]
    const isReadElsewhere = steps.some(({ definition, config }) =>
      definition.reads?.(config).some(read => read.name === name),
    )
    if (isReadElsewhere) return null
    const write = (inside: string) => only + inside.slice(name.length)
    const reading = steps.filter(({ reads }) => reads.some(read => read.name === name))
    return {
      values: { fixName: only },
      apply: () => reading.reduce((drawn, step) => rewriteAll(drawn, step, name, write), flow),
    }
  },
}
