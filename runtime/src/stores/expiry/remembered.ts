import type { Connection } from 'mongoose'
import type { Conversation } from '../conversation-store.ts'
import { type ExpiringPart, oldest } from './part.ts'
import { type Forget, placeOf } from './people.ts'

type Remembering = Pick<Conversation, '_id' | 'session'> & { lastInAt: Date }

/** Nothing is asked of them now, and something they answered before is still there. */
const isOver = ({ session: { status, answers, contact } }: Remembering): boolean =>
  status !== 'waiting' && (Object.keys(answers).length > 0 || Object.keys(contact.fields).length > 0)

/** What a conversation keeps of what somebody answered, for the next time they write. The conversation itself stays. */
export const remembered = (
  connection: Connection,
  { forgetAnswers, before: idleBefore }: { forgetAnswers: Forget; before: Date },
): ExpiringPart => ({
  async *pages(town, before, pageSize) {
    const projection = { 'session.status': 1, 'session.answers': 1, 'session.contact.fields': 1 } as const
    const walk = { collection: 'conversations', town, field: 'lastInAt', before, projection, pageSize } as const
    for await (const page of oldest<Remembering>(connection, walk))
      yield page.filter(isOver).map(({ _id, lastInAt }) => ({ id: _id, at: lastInAt }))
  },
  async clear(town, ids) {
    for (const convId of ids) await forgetAnswers(placeOf(town, convId), idleBefore)
    return { count: ids.length, incidents: [] }
  },
})
