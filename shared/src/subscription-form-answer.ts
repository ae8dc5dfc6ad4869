import { type Language, textIn } from './language.ts'
import { type Phrase, phrase } from './phrases.ts'
import { platformWordsOf } from './platform-words.ts'
import type { TownData } from './town.ts'

/** What became of a code somebody wrote. */
export const formOutcomes = ['joined', 'expired', 'unknown', 'other_number'] as const
export type FormOutcome = (typeof formOutcomes)[number]

/** What whoever wrote the code of a form is told; `topicIds` are what they asked for there. */
export function formAnswer(
  town: TownData,
  language: Language,
  outcome: FormOutcome,
  topicIds: readonly string[],
): string {
  const name: Phrase = `form_${outcome}`
  const topics = town.topics.filter(({ id }) => topicIds.includes(id))
  const [word = 'STOP'] = [language, town.defaultLanguage].flatMap(each => platformWordsOf(town, 'stop', each))
  const values = {
    topics: topics.map(topic => textIn(topic.name, language, town.defaultLanguage)).join(', '),
    word: word.toUpperCase(),
  }
  return phrase(name, language, town.defaultLanguage, values)
}
