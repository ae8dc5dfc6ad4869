import type { Connection } from 'mongoose'
import type { ConversationPlace } from '../pipeline/receive.ts'
import type { Conversation } from './conversation-store.ts'
import type { InboundRecord } from './message-store.ts'

const DAY_MS = 86_400_000 // as long as WhatsApp lets anything be said freely

export type TestPhoneStore = ReturnType<typeof createTestPhoneStore>

/** The phones of the people of the town hall, known by a code that only each of them has. */
export function createTestPhoneStore(connection: Connection) {
  const messages = connection.collection<InboundRecord>('messages')
  const conversations = connection.collection<Conversation>('conversations')

  return {
    /** Who wrote this code last, within a day; null when nobody has. `phone` is empty on the web chat. */
    async find(townKey: string, code: string, now: Date): Promise<{ place: ConversationPlace; phone: string } | null> {
      const [said] = await messages
        .find({ town: townKey, at: { $gt: new Date(now.getTime() - DAY_MS) }, text: code })
        .sort({ at: -1 })
        .limit(1)
        .toArray()
      const conversation = said && (await conversations.findOne({ _id: said.convId, town: townKey }))
      if (!conversation || conversation.erasing) return null
      const { _id, channelId, phone } = conversation
      return { place: { convId: _id, town: townKey, channelId }, phone: phone ? `+${phone}` : '' }
    },
  }
}
