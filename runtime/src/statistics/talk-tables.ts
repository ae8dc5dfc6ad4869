import type { RatingFigures, TalkFigures } from '@pregoner/shared'
import { inLanguage, type SlotFacts } from './facts.ts'
import { averageOf } from './spread.ts'
import { conversationsIn, peopleIn, writersByDay } from './talk-figures.ts'

const MAX_STEPS = 15
const MIN_STAYS = 3 // of one or two people nobody learns anything about a step

type LanguageRow = Pick<TalkFigures, 'people' | 'conversations' | 'messagesIn' | 'messagesOut'> & { key: string }

/** One row per language, the most spoken first; '' when nobody knows which. */
export function languageRows(facts: readonly SlotFacts[]): LanguageRow[] {
  const talk = facts.flatMap(slot => slot.talk)
  return [...new Set(talk.map(({ language }) => language ?? ''))]
    .map(key => {
      const its = facts.map(slot => ({ ...slot, talk: slot.talk.filter(({ language }) => (language ?? '') === key) }))
      const rows = its.flatMap(slot => slot.talk)
      const writers = writersByDay(its)
      return {
        key,
        people: peopleIn(writers).size,
        conversations: conversationsIn(writers),
        messagesIn: rows.reduce((sum, row) => sum + row.messagesIn, 0),
        messagesOut: rows.reduce((sum, row) => sum + row.messagesOut, 0),
      }
    })
    .sort((one, other) => other.conversations - one.conversations || one.key.localeCompare(other.key))
}

export interface StepCount {
  flowId: string
  node: string
  stays: number
  answered: number
  left: number
}

/** The steps at which most people left without going on, the worst first. */
export function worstSteps(facts: readonly SlotFacts[]): StepCount[] {
  const steps = new Map<string, StepCount>()
  for (const { flowId, node, answered, left, other } of facts.flatMap(slot => slot.steps)) {
    const key = `${flowId} ${node}`
    const step = steps.get(key) ?? { flowId, node, stays: 0, answered: 0, left: 0 }
    step.stays += answered + left + other
    step.answered += answered
    step.left += left
    steps.set(key, step)
  }
  return [...steps.values()]
    .filter(({ stays, left }) => left > 0 && stays >= MIN_STAYS)
    .sort((one, other) => other.left - one.left || other.left / other.stays - one.left / one.stays)
    .slice(0, MAX_STEPS)
}

/** How often each mark of a scale was given, by the scale's best mark. */
function marksOf(facts: readonly SlotFacts[]): Map<number, number[]> {
  const scales = new Map<number, number[]>()
  for (const { best, mark, count } of facts.flatMap(slot => slot.ratings)) {
    const marks = scales.get(best) ?? Array.from({ length: best }, () => 0)
    scales.set(best, marks)
    if (mark >= 1 && mark <= best) marks[mark - 1] = (marks[mark - 1] ?? 0) + count
  }
  return scales
}

/** What people thought of it, a row per scale, the most used first. */
export function ratingRows(facts: readonly SlotFacts[], before: readonly SlotFacts[]): RatingFigures[] {
  const earlier = marksOf(before)
  return [...marksOf(facts)]
    .flatMap(([best, marks]) => {
      const average = averageOf(marks)
      const averageBefore = averageOf(earlier.get(best) ?? [])?.average ?? null
      return average ? [{ best, marks, ...average, averageBefore }] : []
    })
    .sort((one, other) => other.count - one.count)
}

/** Who joined and left each topic. */
export function topicChanges(facts: readonly SlotFacts[]): Map<string, { joined: number; left: number }> {
  const changes = new Map<string, { joined: number; left: number }>()
  for (const { topicId, joined, left } of facts.flatMap(slot => slot.topics)) {
    const before = changes.get(topicId) ?? { joined: 0, left: 0 }
    changes.set(topicId, { joined: before.joined + joined, left: before.left + left })
  }
  return changes
}

/** Only what was said in this language, when one is asked for. */
export const spokenIn = (facts: readonly SlotFacts[], language: string | undefined): readonly SlotFacts[] =>
  language === undefined ? facts : facts.map(slot => inLanguage(slot, language))
