import { afterEach } from 'vitest'
import { startWhatsAppDouble } from './double.ts'
import { startReceiver } from './receiver.ts'
import type { DoubleOptions } from './types.ts'

export const PHONE_NUMBER_ID = '700100200300400'
export const ACCESS_TOKEN = 'access-token-for-tests'
export const APP_SECRET = 'app-secret-for-tests'
export const VERIFY_TOKEN = 'verify-token-for-tests'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A double with one channel and a receiver behind it, both closed after the test. */
export async function startSetting(options: Omit<DoubleOptions, 'channels'> = {}) {
  const receiver = await startReceiver(APP_SECRET, VERIFY_TOKEN)
  const channel = {
    phoneNumberId: PHONE_NUMBER_ID,
    displayNumber: '+34 910 000 001',
    wabaId: '881200034567890',
    appSecret: APP_SECRET,
    accessToken: ACCESS_TOKEN,
    webhookUrl: receiver.url,
    verifyToken: VERIFY_TOKEN,
  }
  const double = await startWhatsAppDouble({ ...options, channels: [channel] })
  closers.push(() => double.close(), receiver.close)

  async function graph(method: string, path: string, body?: unknown, token = ACCESS_TOKEN) {
    const response = await fetch(`${double.url}/v25.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }

  /** Sends a message body to a phone, the common keys filled in. */
  const send = (to: string, message: object) =>
    graph('POST', `${PHONE_NUMBER_ID}/messages`, { messaging_product: 'whatsapp', to, ...message })
  const sendText = (to: string, body: string) => send(to, { type: 'text', text: { body } })

  return { double, receiver, graph, send, sendText, channel }
}
