import {
  type Choice,
  converse,
  fromTownTime,
  type Input,
  type Line,
  newContact,
  newSession,
  type Passage,
  type Reply,
  renderingOf,
  replyOf,
  type Session,
  simulatedOffice,
  startWireId,
  type TownFlows,
} from '@pregoner/shared'
import { type Happening, heardOf, type Talker } from './talker.ts'
import type { Settings } from './transcript.ts'

/** The moment a transcript begins. */
export function beginning(at: string, timeZone: string): Date {
  const [date = '', time = ''] = at.split(' ')
  return fromTownTime(date, time, timeZone)
}

const standing = ({ status, wait, frames }: Session) => {
  const inner = frames.length > 1 ? `${frames.at(-1)?.flowId}/` : ''
  return status === 'waiting' && wait ? `waiting at ${inner}${wait.node}` : status
}

/** Talks to the flows themselves, with no server, no channel and no real clock; `passed` hears of every node on the way. */
export function createPureTalker(
  flows: TownFlows,
  settings: Settings,
  passed: (passage: Passage) => void = () => {},
): Talker {
  let now = beginning(settings.at, flows.town.timeZone)
  let session = newSession({ ...newContact(settings.name), language: settings.language }, settings.seed)
  let reference = ''
  /** References of those that are still to be asked about. */
  const asking = new Set<string>()
  let messages = 0
  /** What the office that gives appointments must know. */
  const asked: Line[] = []
  const offered = settings.notices.map((notice): Choice => {
    const [label = '', flowId = ''] = notice.split(' = ')
    return { id: startWireId(flowId), label, description: null }
  })

  function put(input: Input): Happening[] {
    const before = session
    const advance = converse(flows, session, input, now)
    session = advance.session
    advance.trace.forEach(passed)
    const happenings = advance.effects.map((effect): Happening => {
      if (effect.kind === 'open_incident') {
        reference = effect.reference
        if (effect.asksSolved) asking.add(reference)
      }
      if (effect.kind !== 'send_message') {
        asked.push({ at: now.toISOString(), kind: 'effect', effect, passages: [] })
        return { kind: 'effect', effect }
      }
      if (renderingOf(effect.message) !== 'numbered') offered.push(...effect.message.choices)
      return { kind: 'heard', heard: heardOf(effect.message) }
    })
    const labels = { before: before.contact.labels, now: session.contact.labels }
    const isNew = (label: string) => !labels.before.includes(label)
    const isGone = (label: string) => !labels.now.includes(label)
    happenings.push(
      ...labels.now.filter(isNew).map((label): Happening => ({ kind: 'label', label, isOn: true })),
      ...labels.before.filter(isGone).map((label): Happening => ({ kind: 'label', label, isOn: false })),
    )
    const office = session.wait?.kind === 'effect' ? simulatedOffice(asked, flows.town, now) : null
    if (office) {
      asked.push({ at: now.toISOString(), kind: 'service', ok: office.ok })
      return [...happenings, ...put({ ...office, kind: 'effect_result', turn: session.wait?.turn ?? 0 })]
    }
    const isOver = session.turn !== before.turn && (session.status === 'ended' || session.status === 'failed')
    return isOver ? [...happenings, { kind: 'state', state: session.status }] : happenings
  }

  const reply = (said: Partial<Reply>) => Promise.resolve(put(replyOf({ messageId: `message-${++messages}`, ...said })))

  function tap(label: string) {
    const choice = offered.findLast(one => one.label === label)
    if (!choice) throw new Error(`Nothing to tap is called "${label}"`)
    return reply({ choiceId: choice.id, text: choice.label })
  }

  /** Every wait that ends by itself on the way, in order. */
  async function pass(minutes: number): Promise<Happening[]> {
    const until = new Date(now.getTime() + minutes * 60_000)
    const happenings: Happening[] = []
    for (;;) {
      const { wait } = session
      const due = wait?.dueAt ? new Date(wait.dueAt) : null
      if (!wait || !due || due > until) break
      if (due > now) now = due
      happenings.push(...put({ kind: 'timeout', turn: wait.turn }))
    }
    now = until
    return happenings
  }

  return {
    say: text => reply({ text }),
    tap: async label => tap(label),
    send: ({ kind, name, caption }) => {
      const mime = kind === 'image' ? 'image/jpeg' : 'application/octet-stream'
      return reply({ text: caption, media: [{ mediaId: `file-${messages + 1}`, kind, mime, name, caption }] })
    },
    place: place => reply({ place }),
    pass,
    people: async ({ event, text, reference: about }) => {
      const which = about ?? reference
      const asks = event === 'closed' && text !== '' && asking.delete(which)
      return put({ kind: 'people', event, reference: which, text, media: [], ...(asks && { asksSolved: true }) })
    },
    service: async ({ ok, values }) => put({ kind: 'effect_result', turn: session.wait?.turn ?? 0, ok, values }),
    state: async () => standing(session),
  }
}
