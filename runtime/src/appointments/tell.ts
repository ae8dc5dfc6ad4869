import { type Input, momentWords, type Phrase, phrase, type TownData, textIn } from '@pregoner/shared'
import { isWindowClosed } from '../channels/service-window.ts'
import type { AppointmentRow } from '../stores/appointment-rows.ts'
import type { Conversation } from '../stores/conversation-store.ts'

export interface TellDeps {
  conversations: { byIds(ids: readonly string[]): Promise<Conversation[]> }
  /** The template that asks to reply is the channel's. */
  windowTemplateOf: (channelId: string) => Promise<unknown>
  receiveOfficerInput: (convId: string, inputId: string, input: Input) => Promise<void>
  now: () => Date
}

/** How something gets to whoever made an appointment. */
export type Reach = 'freely' | 'by_template' | 'never'

const MINUTE_MS = 60_000

/** Whether words get through now, wait behind a template, or cannot be said at all. */
export async function reachOf(
  { convId }: Pick<AppointmentRow, 'convId'>,
  { conversations, windowTemplateOf, now }: TellDeps,
): Promise<Reach> {
  const [conversation] = convId === null ? [] : await conversations.byIds([convId])
  if (!conversation || conversation.erasing || conversation.blocked) return 'never'
  const soon = new Date(now().getTime() + MINUTE_MS) // it must still be open when the message gets there
  if (!isWindowClosed(conversation.channelKind, conversation.lastInAt, soon)) return 'freely'
  return (await windowTemplateOf(conversation.channelId)) ? 'by_template' : 'never'
}

/** What is said about an appointment, in the language it was made in. */
export function words(name: Phrase, row: AppointmentRow, town: TownData): string {
  const service = town.bookableServices?.find(({ id }) => id === row.serviceId)
  return phrase(name, row.language, town.defaultLanguage, {
    reference: row.reference,
    service: service ? textIn(service.name, row.language, town.defaultLanguage) : row.serviceId,
    when: momentWords(row.at.toISOString(), row.language, town.timeZone),
  })
}

/** Says something about an appointment, once for `id`; outside WhatsApp's window it is parked like any answer. */
export async function tell(row: AppointmentRow, id: string, text: string, deps: TellDeps): Promise<Reach> {
  const reach = await reachOf(row, deps)
  if (reach === 'never' || row.convId === null) return 'never'
  const { reference } = row
  await deps.receiveOfficerInput(row.convId, id, { kind: 'people', event: 'answered', reference, text, media: [] })
  return reach
}
