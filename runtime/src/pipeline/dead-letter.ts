import { type Advance, phrase, type Session, type TownFlows, textIn, textMessage } from '@pregoner/shared'
import type { InboundMessage } from '../channels/channel.ts'
import type { InboxItem } from '../stores/inbox-store.ts'

const summaries = {
  ca: 'Missatge no processat',
  es: 'Mensaje no procesado',
  it: 'Messaggio non elaborato',
  en: 'Message not processed',
}

/**
 * What becomes of an item that has failed too often: its words go to the town's first department as an incident, the
 * contact is told, and the conversation goes on with what comes next.
 */
export function deadLetter(session: Session, { town }: TownFlows, item: InboxItem, reference: string): Advance {
  const language = session.contact.language ?? town.defaultLanguage
  const apology =
    textIn(town.texts.apology, language, town.defaultLanguage) || phrase('apology', language, town.defaultLanguage)
  const ended: Session = { ...session, status: 'ended', wait: null, frames: [], turn: session.turn + 1 }
  if (item.kind !== 'message') return { session: ended, effects: [], trace: [] }
  const reply = (item.payload as Partial<InboundMessage> | null)?.reply // whatever made it fail may be in here
  return {
    session: ended,
    effects: [
      { kind: 'send_message', message: textMessage(apology, language) },
      {
        kind: 'open_incident',
        departmentId: town.departments[0]?.id ?? '',
        personId: null,
        category: null,
        mode: 'one_answer',
        priority: 'high',
        reference,
        summary: textIn(summaries, town.defaultLanguage, 'en'),
        text: reply?.text ?? '',
        media: reply?.media ?? [],
        place: reply?.place ?? null,
        answers: {},
        language,
        flowId: session.flowId ?? '',
        node: session.wait?.node ?? '',
      },
    ],
    trace: [],
  }
}
