import { recordOf, textOf } from '../json.ts'
import { shakeHands } from '../webhooks/handshake.ts'
import type { Answer, Call } from './call.ts'
import { GraphFailure } from './errors.ts'
import { numberRecord, selected } from './number.ts'
import { accountOf } from './templates.ts'

const channelsOf = (call: Call) => {
  const { wabaId } = accountOf(call)
  return call.channels.filter(channel => channel.wabaId === wabaId)
}

export const listNumbers = (call: Call): Answer => ({
  body: { data: channelsOf(call).map(channel => selected(numberRecord(channel), call.query.fields)) },
})

const APP = { whatsapp_business_api_data: { id: '670843887433847', name: 'Pregoner', link: 'https://example.org/' } }

export const listSubscriptions = (call: Call): Answer => {
  const isSubscribed = channelsOf(call).some(channel => channel.isSubscribed)
  return { body: { data: isSubscribed ? [APP] : [] } }
}

/** Webhooks of the account's numbers flow from here on, to another address when one is given and proves itself. */
export async function subscribe(call: Call): Promise<Answer> {
  const callback = textOf(recordOf(call.body).override_callback_uri)
  const token = textOf(recordOf(call.body).verify_token)
  for (const channel of channelsOf(call)) {
    if (callback !== undefined) {
      const { isAccepted } = await shakeHands({ ...channel, webhookUrl: callback }, token)
      if (!isAccepted) throw new GraphFailure(100, '(#2200) Callback verification failed.')
      channel.webhookUrl = callback
    }
    channel.isSubscribed = true
  }
  return { body: { success: true } }
}

export function unsubscribe(call: Call): Answer {
  for (const channel of channelsOf(call)) channel.isSubscribed = false
  return { body: { success: true } }
}
