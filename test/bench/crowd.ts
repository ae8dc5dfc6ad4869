import type { WhatsAppDouble } from '../whatsapp-double/index.ts'
import { turns } from './conversation.ts'
import { numbers } from './town.ts'

export interface Timing {
  /** Milliseconds until the webhook was answered. */
  answeredMs: number
  /** Milliseconds until the reply reached the platform. */
  repliedMs: number
}

const MAX_WAIT_MS = 30_000
let people = 0

/** So many people at once, each writing on as soon as the reply is there, until `count` messages are answered. */
export async function crowd(double: WhatsAppDouble, inFlight: number, count: number): Promise<Timing[]> {
  const timings: Timing[] = []
  let begun = 0

  async function converse(): Promise<void> {
    const who = people++
    const channel = numbers[who % numbers.length] ?? ''
    const person = double.person({ phone: `34600${String(who).padStart(6, '0')}`, channel })
    for (const text of turns) {
      if (begun >= count) return
      begun += 1
      const started = performance.now()
      const reply = person.waitFor(person.inbox.length + 1, MAX_WAIT_MS).then(() => performance.now() - started)
      await person.sends(text)
      const answeredMs = performance.now() - started
      timings.push({ answeredMs, repliedMs: await reply })
    }
  }
  async function keepConversing(): Promise<void> {
    while (begun < count) await converse()
  }
  await Promise.all(Array.from({ length: inFlight }, keepConversing))
  return timings
}
