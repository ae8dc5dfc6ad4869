import {
  converse,
  type Language,
  nodeDefinition,
  type PlatformWord,
  platformWord,
  replyOf,
  type TownFlows,
  textIn,
} from '@pregoner/shared'
import { type Arrival, arriveAt, type Previewed } from './preview.ts'

/** The ways a citizen may choose an option, the surest first. */
export const answerRules = ['tap', 'number', 'label', 'synonym', 'near'] as const
export type AnswerRule = (typeof answerRules)[number]

/** What becomes of an answer. */
export type Reached =
  | { kind: 'option'; exit: string; rule: AnswerRule }
  | { kind: 'word'; word: PlatformWord }
  | { kind: 'start'; node: string }
  | { kind: 'exit'; exit: string }
  | { kind: 'nothing'; says: string }

export type Said = { text: string } | { tap: string }

const isRule = (rule: string | null): rule is AnswerRule => answerRules.some(known => known === rule)

function reachedBy(of: Previewed, { compiled, session, messages }: Arrival, said: Said, now: Date): Reached {
  const flows: TownFlows = { town: of.town, published: [compiled], version: () => compiled }
  const choices = messages.flatMap(message => message.choices)
  const tapped = 'tap' in said ? choices.find(({ id }) => id.split('~').at(-1) === said.tap) : undefined
  const text = 'tap' in said ? (tapped?.label ?? null) : said.text
  const reply = replyOf({ messageId: 'tried', text, choiceId: tapped?.id ?? null })
  const { trace, effects } = converse(flows, { ...session, messageId: 'before' }, reply, now)
  const here = trace.find(({ node, exit }) => node === of.node && exit !== null)
  if (here?.exit && isRule(here.rule)) return { kind: 'option', exit: here.exit, rule: here.rule }
  if (here?.exit) return { kind: 'exit', exit: here.exit }
  const word = text === null ? null : platformWord(of.town, text)
  if (word) return { kind: 'word', word }
  const start = trace.find(({ node }) => node !== of.node)
  if (start) return { kind: 'start', node: start.node }
  const answer = effects.find(effect => effect.kind === 'send_message')
  return { kind: 'nothing', says: answer?.message.text ?? '' }
}

/** How a step that waits would take an answer, by the rules of the whole channel; null while it cannot be come to. */
export function tryAnswer(of: Previewed, language: Language, said: Said, now: Date): Reached | null {
  const arrival = arriveAt(of, language, now)
  return arrival && reachedBy(of, arrival, said, now)
}

interface Example {
  said: Said
  words: string
}

const saying = (text: string): Example => ({ said: { text }, words: text })

/** For each way to answer something that would really be understood so; null where nothing would. */
export type Examples = { [Rule in AnswerRule]: (Example & { exit: string }) | null }

const ways = (examples: Examples): number => answerRules.filter(rule => examples[rule]).length

const MAX_LOOKED_AT = 8 // options tried until one can be reached in every way
const MAX_TRIES = 12 // synonyms or misspellings of one option looked at until one is understood

/** `label` with one of its inner letters forgotten, word by word. */
const misspellings = (label: string): string[] =>
  [...label.matchAll(/\p{L}{5,}/gu)].map(({ index, 0: word }) => {
    const at = index + Math.floor(word.length / 2)
    return label.slice(0, at) + label.slice(at + 1)
  })

/** Examples of one of the step's own options, the one most ways lead to, each tried before it is shown. */
export function examplesOf(of: Previewed, language: Language, now: Date): Examples {
  const arrival = arriveAt(of, language, now)
  const definition = nodeDefinition(of.type)
  const offers = arrival ? (definition?.offers?.(definition.config.parse(of.config)) ?? []) : []
  const numbered = offers.map((offer, index) => ({ ...offer, number: String(index + 1) }))
  const hasSynonyms = ({ synonyms }: (typeof numbered)[number]) => (synonyms[language] ?? []).length > 0
  const likely = numbered.sort((a, b) => Number(hasSynonyms(b)) - Number(hasSynonyms(a))).slice(0, MAX_LOOKED_AT)
  const possible = answerRules.length - (likely.some(hasSynonyms) ? 0 : 1)
  let best: Examples = { tap: null, number: null, label: null, synonym: null, near: null }
  for (const { id, label, synonyms, number } of likely) {
    const words = textIn(label, language, of.flow.defaultLanguage)
    const first = (rule: AnswerRule, candidates: readonly Example[]) => {
      for (const candidate of arrival ? candidates.slice(0, MAX_TRIES) : []) {
        const reached = arrival && reachedBy(of, arrival, candidate.said, now)
        if (reached?.kind === 'option' && reached.rule === rule && reached.exit === id)
          return { ...candidate, exit: id }
      }
      return null
    }
    const found: Examples = {
      tap: first('tap', [{ said: { tap: id }, words }]),
      number: first('number', [saying(number)]),
      label: first('label', [saying(words.toLowerCase())]),
      synonym: first('synonym', (synonyms[language] ?? []).map(saying)),
      near: first('near', misspellings(words.toLowerCase()).map(saying)),
    }
    if (ways(found) > ways(best)) best = found
    if (ways(best) === possible) break
  }
  return best
}
