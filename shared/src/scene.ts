import type { AnswerValue } from './answer.ts'
import { openingAt, townDate } from './calendar.ts'
import type { CompiledFlow } from './compile.ts'
import { type Language, type LocalizedText, textIn } from './language.ts'
import { textMessage } from './message.ts'
import type { Scene } from './node.ts'
import type { Session, Wait } from './session.ts'
import { renderTemplate } from './template.ts'
import type { TownData } from './town.ts'

const own = (record: { readonly [name: string]: AnswerValue }, name: string) =>
  Object.hasOwn(record, name) ? record[name] : undefined

/** The language this contact reads: their own choice when the flow has it, else the flow's default. */
export const languageFor = (flow: CompiledFlow, session: Session): Language => {
  const chosen = session.contact.language
  return chosen && flow.flow.languages.includes(chosen) ? chosen : flow.flow.defaultLanguage
}

/** When somebody is there next, by the town's first calendar: now, while it is open. */
function nextAttendance(town: TownData, now: Date): AnswerValue | undefined {
  const calendar = town.calendars[0]
  if (!calendar) return undefined
  const { state, until } = openingAt(calendar, now)
  return (state === 'open' ? now : until)?.toISOString()
}

/** Names that exist without any answer; the checker knows them too. */
export const builtInNames = ['contact.name', 'contact.language', 'town.name', 'today', 'now', 'next_opening'] as const

/** The value of `name` for texts and conditions: an answer, a field of the contact, a fact of town and clock. */
function namedValue(flow: CompiledFlow, session: Session, now: Date, name: string): AnswerValue | undefined {
  if (name.startsWith('contact.')) {
    const field = name.slice('contact.'.length)
    if (field === 'name') return session.contact.name ?? undefined
    if (field === 'language') return session.contact.language ?? undefined
    return own(session.contact.fields, field)
  }
  const answer = own(session.answers, name)
  if (answer !== undefined) return answer
  if (name === 'town.name') return flow.town.name
  if (name === 'now') return now.toISOString()
  if (name === 'today') return townDate(now, flow.town.timeZone)
  if (name === 'next_opening') return nextAttendance(flow.town, now)
  return undefined
}

/** What a node sees. `draw` gives the next number of the session's sequence. */
export function sceneOf(
  flow: CompiledFlow,
  session: Session,
  at: { node: string; now: Date; wait: Wait | null; draw: () => number },
): Scene {
  const language = languageFor(flow, session)
  const { defaultLanguage, languages } = flow.flow
  const render = (text: LocalizedText) =>
    renderTemplate(
      flow.template(textIn(text, language, defaultLanguage)),
      name => namedValue(flow, session, at.now, name),
      {
        language,
        timeZone: flow.town.timeZone,
      },
    )
  return {
    session,
    town: flow.town,
    contact: session.contact,
    language,
    flowLanguages: languages,
    defaultLanguage,
    flowId: flow.id,
    node: at.node,
    turn: session.turn,
    now: at.now,
    wait: at.wait,
    text: render,
    label: (text, wanted = language) => textIn(text, wanted, defaultLanguage),
    message: (text, more) => ({ ...textMessage(text, language), ...more }),
    choice: (optionId, label, description) => ({
      id: wireId(flow.id, at.node, session.turn, optionId),
      label,
      description: description || null,
    }),
    value: name => namedValue(flow, session, at.now, name),
    chance: at.draw,
  }
}

const wireId = (flowId: string, node: string, turn: number, option: string) => `${flowId}~${node}~${turn}~${option}`

/** Flow, node and option of a tapped choice; null when the id is none of ours. */
export function readWireId(choiceId: string): { flowId: string; node: string; option: string } | null {
  const [flowId, node, turn, option, ...rest] = choiceId.split('~')
  if (!flowId || !node || !turn || !option || rest.length > 0 || !/^\d{1,9}$/.test(turn)) return null
  return { flowId, node, option }
}

/** The option of this very node that a reply taps; undefined when it taps none, or one of another node. */
export function tappedOption(
  { choiceId }: { choiceId: string | null },
  { flowId, node }: Pick<Scene, 'flowId' | 'node'>,
): string | undefined {
  const tapped = choiceId ? readWireId(choiceId) : null
  return tapped?.flowId === flowId && tapped.node === node ? tapped.option : undefined
}
