import type { Choice, ReceivedMessage } from '../types.ts'
import type { SendRaw } from './person.ts'
import type { Thread } from './thread.ts'

/** Taps on buttons and list rows of what the business sent. */
export function createTapping({ channel, inbox }: Thread, sendsRaw: SendRaw) {
  const offering = (has: (choice: Choice) => boolean, among: readonly ReceivedMessage[]) => {
    const message = among.findLast(one => [...(one.buttons ?? []), ...(one.rows ?? [])].some(has))
    const choice = message && [...(message.buttons ?? []), ...(message.rows ?? [])].find(has)
    return message && choice ? { message, choice } : undefined
  }

  function answer({ message, choice }: { message: ReceivedMessage; choice: Choice }) {
    const context = { context: { from: channel.digits, id: message.wamid } }
    const shown = { text: choice.title, quotes: message.wamid }
    if (message.template) {
      return sendsRaw({ ...context, type: 'button', button: { payload: choice.id, text: choice.title } }, shown)
    }
    const isRow = message.rows !== undefined
    const kind = isRow ? 'list_reply' : 'button_reply'
    const row = message.rows?.find(one => one.id === choice.id)
    const reply = {
      id: choice.id,
      title: choice.title,
      ...(row?.description !== undefined && { description: row.description }),
    }
    return sendsRaw({ ...context, type: 'interactive', interactive: { type: kind, [kind]: reply } }, shown)
  }

  return {
    /** Taps the button or row with this title or id on the newest message that offers it. */
    taps(titleOrId: string): Promise<string> {
      const found =
        offering(choice => choice.id === titleOrId, inbox) ?? offering(choice => choice.title === titleOrId, inbox)
      if (!found) throw new Error(`Nothing to tap is called "${titleOrId}".\n${describe(inbox)}`)
      return answer(found)
    },

    /** Taps on one certain message, however old; also what was tapped before. */
    tapsOn(wamid: string, titleOrId: string): Promise<string> {
      const found = offering(
        ({ id, title }) => id === titleOrId || title === titleOrId,
        inbox.filter(message => message.wamid === wamid),
      )
      if (!found) throw new Error(`Message ${wamid} does not offer "${titleOrId}".\n${describe(inbox)}`)
      return answer(found)
    },
  }
}

const describe = (inbox: readonly ReceivedMessage[]) =>
  inbox
    .slice(-3)
    .map(
      ({ type, text, buttons, rows }) =>
        `  ${type}: ${text} ${[...(buttons ?? []), ...(rows ?? [])].map(({ title }) => `[${title}]`).join(' ')}`,
    )
    .join('\n')
