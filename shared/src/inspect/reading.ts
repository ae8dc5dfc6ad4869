import type { Language } from '../language.ts'
import { reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import { type Reading, readingOf } from './readability.ts'
import type { Rule } from './rule.ts'

/** Languages of which the measures below can be trusted. */
const measured = new Set<Language>(['ca', 'es', 'it', 'en'])

const MAX_SENTENCE_WORDS = 30 // GOV.UK style splits sentences longer than 25 words; a few more are let pass
const MAX_WORDS = 130 // about a screen of a phone
const MIN_WORDS_MEASURED = 25 // of fewer words the measure of ease says little
const MIN_EASE = 55 // a little under what people who finished compulsory school find hard, see `readingOf`
const SHOWN_CHARS = 40

const shortened = (text: string) => (text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS).trimEnd()}…` : text)

function hintOf({ words, longest, ease }: Reading): Pick<Finding, 'code' | 'values'> | null {
  if (longest.words > MAX_SENTENCE_WORDS) {
    return { code: 'sentence_long', values: { words: longest.words, text: shortened(longest.text) } }
  }
  if (words > MAX_WORDS) return { code: 'text_wordy', values: { words, max: MAX_WORDS } }
  return words >= MIN_WORDS_MEASURED && ease < MIN_EASE ? { code: 'text_hard', values: { ease, min: MIN_EASE } } : null
}

const known = new Map<string, Pick<Finding, 'code' | 'values'> | null>()
const MAX_KNOWN = 20_000 // texts; a guard, not a tuning knob

/** Most texts have not changed since the last look. */
function hintFor(text: string) {
  const before = known.get(text)
  if (before !== undefined) return before
  const hint = hintOf(readingOf(text))
  if (known.size < MAX_KNOWN) known.set(text, hint)
  return hint
}

/** Texts that many people will not read to their end, or not understand. Hints only. */
export const reading: Rule = ({ flow, drawing }) =>
  reachedSteps(drawing).flatMap(({ id: node, texts }) =>
    texts.flatMap(({ field, text, isPlain }) =>
      isPlain
        ? []
        : flow.languages.flatMap((language): Finding[] => {
            const hint = measured.has(language) ? hintFor(text[language] ?? '') : null
            return hint ? [{ ...hint, severity: 'hint', node, field, values: { ...hint.values, language } }] : []
          }),
    ),
  )
