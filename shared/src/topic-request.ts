import type { Topic } from './department.ts'
import { interfaceLanguages, type Language } from './language.ts'
import { isRight, platformWord, platformWordsOf } from './platform-words.ts'
import type { TownData } from './town.ts'
import { comparable } from './understand/words.ts'

/** What somebody asks about topics; `topic` is null when they did not say which. */
export interface TopicRequest {
  action: 'join' | 'leave'
  topic: Topic | null
}

/** The number citizens ask for a topic by. */
export const numberOf = ({ topics }: TownData, topic: Topic): number =>
  topic.number ?? topics.findIndex(({ id }) => id === topic.id) + 1

const spoken = ({ languages }: TownData): readonly Language[] => [...new Set([...languages, ...interfaceLanguages])]

/** The words before a topic, as they are compared, the longest first: "attiva iscrizione" before "attiva". */
function heads(town: TownData, kind: 'join' | 'stop', languages: readonly Language[]): string[] {
  const words = languages.flatMap(language => platformWordsOf(town, kind, language)).map(comparable)
  return [...new Set(words)].filter(Boolean).sort((one, other) => other.length - one.length)
}

function topicCalled(town: TownData, said: string): Topic | null {
  const { topics } = town
  if (/^\d{1,3}$/.test(said)) {
    const number = Number(said)
    return (
      topics.find(topic => topic.number === number) ?? topics.find(topic => numberOf(town, topic) === number) ?? null
    )
  }
  const names = ({ name, words }: Topic) => [...Object.values(name), ...Object.values(words ?? {}).flat()]
  return topics.find(topic => names(topic).some(name => comparable(name) === said)) ?? null
}

/** What follows one of the words in a text that is compared already; null when it begins with none of them. */
const restAfter = (said: string, words: readonly string[]): string | null => {
  const word = words.find(one => said.startsWith(`${one} `))
  return word === undefined ? null : said.slice(word.length + 1)
}

/**
 * A town-wide word with a topic behind it: `ALTA 3`, `BAIXA farmàcies`. Null for everything else: a word of a whole
 * sentence, or a phone number, is none of the channel's business, and a number no topic has asks which there are.
 */
export function topicRequest(town: TownData, text: string): TopicRequest | null {
  if (town.topics.length === 0) return null
  const said = comparable(text)
  const joined = restAfter(said, heads(town, 'join', town.languages))
  const topic = joined === null ? null : topicCalled(town, joined)
  if (joined !== null && (topic || /^\d{1,3}$/.test(joined))) return { action: 'join', topic }
  const left = restAfter(said, heads(town, 'stop', spoken(town)))
  const leaving = left === null ? null : topicCalled(town, left)
  return leaving && { action: 'leave', topic: leaving }
}

/** Whether a text asks for what nobody may be kept from: no more notices, at all or of a topic, and one's own data. */
export function asksForRight(town: TownData, text: string): boolean {
  const word = platformWord(town, text)
  return word === null ? topicRequest(town, text)?.action === 'leave' : isRight(word)
}
