import type { Topic } from './department.ts'
import type { Effect } from './effect.ts'
import type { Advance } from './engine.ts'
import { textIn } from './language.ts'
import { textMessage } from './message.ts'
import { type Phrase, phrase } from './phrases.ts'
import { platformWordsOf } from './platform-words.ts'
import { numberOf, type TopicRequest } from './topic-request.ts'
import type { PlatformWord } from './town.ts'
import { send, townLanguage, townSays } from './town-says.ts'
import { nothing, type Turn } from './turn.ts'

/** A town-wide word as it is printed, in the contact's language or the town's. */
function printed(turn: Turn, kind: PlatformWord): string {
  const { town } = turn.flows
  const [word] = [townLanguage(turn), town.defaultLanguage, ...town.languages].flatMap(language =>
    platformWordsOf(town, kind, language),
  )
  return (word ?? '').toUpperCase()
}

function says(turn: Turn, name: Phrase, topic: Topic): Effect {
  const { town } = turn.flows
  const language = townLanguage(turn)
  const values = {
    topic: textIn(topic.name, language, town.defaultLanguage),
    word: `${printed(turn, 'stop')} ${numberOf(town, topic)}`,
  }
  return send(textMessage(phrase(name, language, town.defaultLanguage, values), language))
}

/** Every topic with its number, so that one of them can be asked for. */
function offer(turn: Turn): Effect {
  const { town } = turn.flows
  const language = townLanguage(turn)
  const lines = town.topics.map(
    topic => `${numberOf(town, topic)}. ${textIn(topic.name, language, town.defaultLanguage)}`,
  )
  const asked = phrase('topics_offered', language, town.defaultLanguage, { word: printed(turn, 'join') })
  return send(textMessage(`${asked}\n\n${lines.join('\n')}`, language))
}

function change(turn: Turn, topic: Topic, subscribed: boolean): Advance {
  const { session } = turn
  const others = session.contact.subscriptions.filter(id => id !== topic.id)
  const contact = { ...session.contact, subscriptions: subscribed ? [...others, topic.id] : others }
  const effect: Effect = {
    kind: 'change_subscription',
    topicId: topic.id,
    subscribed,
    address: null,
    messageId: session.messageId,
    source: 'keyword',
  }
  const told = says(turn, subscribed ? 'topic_joined' : 'topic_left', topic)
  return { session: { ...session, contact }, effects: [told, effect], trace: [] }
}

/** Subscribes to a topic or ends it, beside whatever the flow is asking, which goes on waiting. */
export function answerTopics(turn: Turn, { action, topic }: TopicRequest): Advance {
  const { session, flows } = turn
  const { topics } = flows.town
  const wanted = topic ?? (topics.length === 1 ? topics[0] : undefined)
  if (!wanted)
    return { ...nothing(session), effects: [topics.length === 0 ? townSays(turn, 'help', 'help') : offer(turn)] }
  const isKnown = session.contact.subscriptions.includes(wanted.id)
  if (action === 'join' && isKnown) return { ...nothing(session), effects: [says(turn, 'topic_known', wanted)] }
  return change(turn, wanted, action === 'join')
}
