import type { WhatsAppDouble } from '../whatsapp-double/index.ts'

/** A conversation that reports something to Manresa and opens one incident. `who` marks every text as theirs. */
const script = (who: number): string[] => [
  'incidència',
  '5',
  `Veïna ${who}: una rajola que balla`,
  `Carrer de Sant Joan, ${who}`,
  'Sense foto',
]
export const MESSAGES_A_CITIZEN = script(0).length

export interface Citizen {
  phone: string
  /** Everything that was answered by 200. */
  acknowledged: string[]
  /** POSTs that were answered otherwise, or not at all. */
  refused: number
}

export interface CitizensOptions {
  double: WhatsAppDouble
  phoneNumberId: string
  /** How many write at once. */
  together: number
  /** Share of messages that the platform repeats although it had its answer. */
  repeats: number
}

const RETRY_MS = 1_000 // as the platform does, only sooner
const MAX_PAUSE_MS = 150 // between two messages of one person

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** People who write one after the other, each message again and again until it is answered by 200. */
export function createCitizens({ double, phoneNumberId, together, repeats }: CitizensOptions) {
  const citizens: Citizen[] = []
  let isOver = false
  let refused: (() => void)[] = []

  async function post(citizen: Citizen, id: string, body: string): Promise<void> {
    const { phone } = citizen
    const timestamp = String(Math.floor(Date.now() / 1000))
    const message = { from: phone, id, timestamp, type: 'text', text: { body } }
    const metadata = { display_phone_number: '34910000001', phone_number_id: phoneNumberId }
    const value = { messaging_product: 'whatsapp', metadata, contacts: [{ wa_id: phone }], messages: [message] }
    const envelope = {
      object: 'whatsapp_business_account',
      entry: [{ id: 'w', changes: [{ field: 'messages', value }] }],
    }
    for (;;) {
      const { status } = await double.deliver(envelope, phoneNumberId)
      if (status === 200) break
      citizen.refused += 1
      await Promise.race([pause(RETRY_MS), new Promise<void>(resolve => refused.push(resolve))])
    }
    citizen.acknowledged.push(body)
    if (Math.random() < repeats) void double.deliver(envelope, phoneNumberId)
  }

  async function live(): Promise<void> {
    while (!isOver) {
      const who = citizens.length
      const citizen: Citizen = { phone: `34600${String(who).padStart(6, '0')}`, acknowledged: [], refused: 0 }
      citizens.push(citizen)
      for (const [index, body] of script(who).entries()) {
        await post(citizen, `wamid.${who}.${index}`, body)
        await pause(Math.random() * MAX_PAUSE_MS)
      }
    }
  }

  const lives = Array.from({ length: together }, live)
  return {
    citizens,
    /** Somebody listens again: what was refused is repeated at once. */
    retry(): void {
      for (const resolve of refused) resolve()
      refused = []
    },
    /** Everybody finishes what they have begun; nobody begins anew. */
    async finish(): Promise<void> {
      isOver = true
      await Promise.all(lives)
    },
  }
}
