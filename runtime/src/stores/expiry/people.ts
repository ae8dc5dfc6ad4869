import type { ConversationPlace } from '../../pipeline/receive.ts'

/** Orders something done to a conversation, in order with what its person may be writing now. */
export type Forget = (place: ConversationPlace, idleBefore: Date) => Promise<void>

/** What has to be asked of conversations, because only their own queue may change them. */
export interface People {
  /** Has somebody forgotten who has not written since then. */
  forget: Forget
  /** Has what they answered forgotten, unless they have written since then. */
  forgetAnswers: Forget
  before: Date
}

export const placeOf = (town: string, convId: string): ConversationPlace => ({
  ...{ convId, town },
  channelId: convId.slice(0, convId.lastIndexOf(':')),
})
