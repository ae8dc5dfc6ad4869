/** What people wrote in one language within a slot; `people` are names of those who wrote, which lead to nobody. */
export interface TalkFacts {
  language: string | null
  messagesIn: number
  messagesOut: number
  people: string[]
}

/** Messages to one country that WhatsApp reported on. */
export interface SentFacts {
  language: string | null
  country: string | null
  delivered: number
  failed: number
}

/** How stays at a step that waits for words ended. */
export interface StepFacts {
  language: string | null
  flowId: string
  node: string
  answered: number
  left: number
  other: number
}

export interface RatingFacts {
  language: string | null
  best: number
  mark: number
  count: number
}

export interface TopicFacts {
  language: string | null
  topicId: string
  joined: number
  left: number
}

/** What happened in a town within one day or hour of its own time, without the matters that departments work on. */
export interface SlotFacts {
  /** `2026-11-21`, or `2026-11-21T09:00`. */
  at: string
  talk: TalkFacts[]
  sent: SentFacts[]
  steps: StepFacts[]
  ratings: RatingFacts[]
  topics: TopicFacts[]
}

const DAY_CHARS = '2026-11-21'.length

export const dayOf = (at: string): string => at.slice(0, DAY_CHARS)

export const noFacts = (at: string): SlotFacts => ({ at, talk: [], sent: [], steps: [], ratings: [], topics: [] })

/** Of one language only. */
export function inLanguage(facts: SlotFacts, language: string): SlotFacts {
  const its = <Row extends { language: string | null }>(rows: readonly Row[]) =>
    rows.filter(row => row.language === language)
  const { at, talk, sent, steps, ratings, topics } = facts
  return {
    at,
    talk: its(talk),
    sent: its(sent),
    steps: its(steps),
    ratings: its(ratings),
    topics: its(topics),
  }
}
