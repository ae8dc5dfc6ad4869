import type { InterfaceLanguage } from '../language.ts'
import type { TownData } from '../town.ts'
import type { Change, ChangeOf, ExitName, StepName } from './change.ts'
import { excerpts } from './excerpt.ts'
import { createNamer, type Namer } from './namer.ts'
import { type DifferenceWords, differenceCa } from './words/ca.ts'
import { differenceEn } from './words/en.ts'
import { differenceEs } from './words/es.ts'
import { differenceIt } from './words/it.ts'

const allWords: Record<InterfaceLanguage, DifferenceWords> = {
  ca: differenceCa,
  es: differenceEs,
  it: differenceIt,
  en: differenceEn,
}

type Sentence = keyof DifferenceWords
type Values = Record<string, string | number>
interface Teller {
  say: (sentence: Sentence, values?: Values) => string
  names: Namer
  words: DifferenceWords
}

type Sided = 'text' | 'main_text' | 'option_exit' | 'next_exit' | 'exit' | 'reference' | 'setting' | 'main_menu'

/** Which of three sentences: it was there before and still is, it is new, it is gone. */
function sided<Base extends Sided>(base: Base, before: boolean, after: boolean) {
  if (before && after) return base
  return after ? (`${base}_added` as const) : (`${base}_removed` as const)
}

/** Where something leads: the department when that tells the two apart, else the step. */
function destinations(before: StepName | null, after: StepName | null, names: Namer): [string, string] {
  const isByDepartment = before?.department !== after?.department
  const name = (step: StepName | null) => {
    if (!step) return ''
    return isByDepartment && step.department !== null ? names.department(step.department) : names.step(step)
  }
  return [name(before), name(after)]
}

function exitWords(step: StepName, exit: ExitName, [before, after]: [string, string], { say, names }: Teller): string {
  const has = [before !== '', after !== ''] as const
  const values = { step: names.step(step), before, after }
  if (exit.number !== null) {
    const option = { number: exit.number, label: names.option({ number: exit.number, label: exit.label }) }
    return say(sided('option_exit', ...has), { ...values, ...option })
  }
  if (exit.id === 'next') return say(sided('next_exit', ...has), values)
  return say(sided('exit', ...has), { ...values, exit: names.exit(exit) })
}

function textWords(change: ChangeOf<'text'>, { say, names }: Teller): string {
  const { before, after } = excerpts(change.before, change.after)
  // What it says tells it from others of its kind; calling it by its new words would say them twice.
  const isCalledByIt = Object.values(change.step.text).includes(change.after)
  const values = {
    step: names.step(isCalledByIt ? { ...change.step, text: {} } : change.step),
    language: names.language(change.language),
    field: names.field(change.field).name,
    before: names.quoted(before),
    after: names.quoted(after),
  }
  const has = [before !== '', after !== ''] as const
  if (change.option && change.field.endsWith('.label') && has[0] && has[1])
    return say('option_renamed', { ...values, number: change.option.number })
  return say(sided(change.field === 'text' ? 'main_text' : 'text', ...has), values)
}

function wordsWords(change: ChangeOf<'words'>, { say, names }: Teller): string {
  const { option, added, removed } = change
  const values = {
    step: names.step(change.step),
    language: names.language(change.language),
    ...(option ? { number: option.number, label: names.option(option) } : {}),
  }
  const quoted = (words: readonly string[]) => names.list(words.map(names.quoted))
  const base = option ? 'synonyms' : 'keywords'
  return [
    ...(added.length > 0 ? [say(`${base}_added`, { ...values, words: quoted(added) })] : []),
    ...(removed.length > 0 ? [say(`${base}_removed`, { ...values, words: quoted(removed) })] : []),
  ].join(' ')
}

function itemWords(change: ChangeOf<'item_added'> | ChangeOf<'item_removed'>, { say, names }: Teller): string {
  const { isOption, number, label, hint, field } = change
  const to = change.kind === 'item_added' ? change.to : null
  const leading: Values = to ? { to: destinations(null, to, names)[1] } : {}
  const step = names.step(change.step)
  const verb = change.kind === 'item_removed' ? 'removed' : 'added'
  if (isOption) {
    const values = { step, number, label: names.option({ number, label }), ...leading }
    return say(to ? 'option_added_to' : `option_${verb}`, values)
  }
  const words = names.said(label) || hint
  const item = names.field(`${field}.${number - 1}`).name + (words ? ` (${names.shortened(words, 40)})` : '')
  return say(to ? 'item_added_to' : `item_${verb}`, { step, item, ...leading })
}

function referenceWords(change: ChangeOf<'reference'>, teller: Teller): string {
  const { say, names } = teller
  const { reference, via } = change
  const nameAll = (things: typeof change.before) => names.list(things.map(one => names.thing(reference, one)))
  const [before, after] = [nameAll(change.before), nameAll(change.after)]
  if (via && before && after) return exitWords(via.step, via.exit, [before, after], teller)
  const step = names.step(change.step)
  if (reference === 'node' && before && after) return say('jump', { step, before, after })
  const values = { step, before, after, the_kind: names.kind(reference).the }
  return say(sided('reference', before !== '', after !== ''), values)
}

const isNothing = (value: unknown) => value === undefined || value === null || value === ''

function settingWords({ step, field, before, after }: ChangeOf<'setting'>, { say, names, words }: Teller): string {
  const { name, isOwn } = names.field(field)
  const values = { step: names.step(step), field: name }
  const value = (one: unknown) => (isNothing(one) ? words.nothing : names.value(field, one, words))
  const [was, is] = [value(before), value(after)]
  if (isOwn && was !== undefined && is !== undefined) return say('setting', { ...values, before: was, after: is })
  if (isNothing(before) || isNothing(after)) return say(sided('setting', !isNothing(before), !isNothing(after)), values)
  return say('setting_changed', values)
}

function languagesWords({ added, removed, texts }: ChangeOf<'languages'>, { say, names }: Teller): string {
  const list = (codes: readonly string[]) => names.list(codes.map(names.language))
  const sentences = [
    ...(added.length > 0 ? [say('languages_added', { languages: list(added), count: texts })] : []),
    ...(removed.length > 0 ? [say('languages_removed', { languages: list(removed) })] : []),
  ]
  return sentences.join(' ')
}

/** How each kind of change is told. */
const tellers: { [Kind in Change['kind']]: (change: ChangeOf<Kind>, teller: Teller) => string } = {
  step_added: ({ step }, { say, names }) => say('step_added', { step: names.step(step) }),
  step_removed: ({ step }, { say, names }) => say('step_removed', { step: names.step(step) }),
  step_renamed: ({ step, before, after }, { say, names }) => {
    const called = (name: string) => names.step({ ...step, name })
    return say('step_renamed', { before: called(before), after: called(after) })
  },
  step_retyped: ({ step, before }, { say, names }) =>
    say('step_retyped', { step: names.step(step), before: names.type(before), after: names.type(step.type) }),
  text: textWords,
  words: wordsWords,
  item_added: itemWords,
  item_removed: itemWords,
  items_reordered: ({ step, field, isOption, labels }, { say, names }) =>
    isOption
      ? say('options_reordered', {
          step: names.step(step),
          labels: names.list(labels.map(label => names.option({ number: 0, label }))),
        })
      : say('items_reordered', { step: names.step(step), field: names.field(field).name }),
  exit: ({ step, exit, before, after }, teller) =>
    exitWords(step, exit, destinations(before, after, teller.names), teller),
  reference: referenceWords,
  setting: settingWords,
  flow_renamed: ({ before, after }, { say, names }) =>
    say('flow_renamed', { before: names.quoted(before), after: names.quoted(after) }),
  languages: languagesWords,
  default_language: ({ before, after }, { say, names }) =>
    say('default_language', { before: names.language(before), after: names.language(after) }),
  flow_setting: ({ setting, after }, { say }) => {
    if (setting === 'mergeTexts') return say(after === true ? 'merge_texts_on' : 'merge_texts_off')
    return say(after === 'follow' ? 'stale_tap_follow' : 'stale_tap_repeat')
  },
  main_menu: ({ before, after }, { say, names }) => {
    const name = (step: StepName | null) => (step ? names.step(step) : '')
    return say(sided('main_menu', before !== null, after !== null), { before: name(before), after: name(after) })
  },
  positions: ({ count }, { say }) => say('positions', { count }),
  canvas: ({ count }, { say }) => say('canvas', { count }),
}

/** The change as a sentence for an officer. `flowName` gives the names of the town's other flows. */
export function describeChange(
  change: Change,
  town: TownData,
  language: InterfaceLanguage,
  flowName: (id: string) => string | undefined = () => undefined,
): string {
  const words = allWords[language]
  const say = (sentence: Sentence, values: Values = {}) => {
    const told = words[sentence].replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key] ?? ''))
    return told.charAt(0).toLocaleUpperCase(language) + told.slice(1)
  }
  const tell = tellers[change.kind] as (one: Change, teller: Teller) => string // the table pairs each kind with its own
  return tell(change, { say, words, names: createNamer({ town, language, flowName }) })
}
