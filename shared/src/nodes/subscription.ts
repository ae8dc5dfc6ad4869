import { z } from 'zod'
import { defineNode } from '../node.ts'
import { parsePhone } from '../understand.ts'

/** Subscribes the contact to topics, or ends it, with the message as proof. */
export const subscription = defineNode({
  type: 'subscription',
  family: 'hands_on',
  config: z.strictObject({
    topicIds: z.array(z.string().max(60)).max(20),
    action: z.enum(['subscribe', 'unsubscribe']),
    /** Answer that may hold another phone number to inform; the sender's own counts without it. */
    addressFrom: z.string().max(60).nullable(),
  }),
  blank: { topicIds: [], action: 'subscribe', addressFrom: null },
  exits: ({ addressFrom }) => [{ id: 'done' }, { id: 'already' }, ...(addressFrom ? [{ id: 'invalid' }] : [])],

  enter({ topicIds, action, addressFrom }, scene) {
    const said = addressFrom ? scene.value(addressFrom) : null
    const address = typeof said === 'string' ? parsePhone(said, scene.town.country) : null
    // "ALTA gràcies" means the sender; "ALTA 60012" is a number gone wrong, and somebody else must not be informed for it.
    if (address === null && typeof said === 'string' && /\d/.test(said)) return { exit: 'invalid' }
    const isSubscribing = action === 'subscribe'
    const current = scene.contact.subscriptions
    const changing = address ? topicIds : topicIds.filter(id => current.includes(id) !== isSubscribing)
    if (changing.length === 0) return { exit: 'already' }
    const effects = changing.map(topicId => ({
      kind: 'change_subscription' as const,
      topicId,
      subscribed: isSubscribing,
      address,
      messageId: scene.session.messageId,
    }))
    if (address) return { exit: 'done', effects }
    const subscriptions = isSubscribing ? [...current, ...changing] : current.filter(id => !changing.includes(id))
    return { exit: 'done', effects, contact: { subscriptions } }
  },

  weighs: ({ addressFrom }) => [
    { name: 'contact.subscriptions', values: [] },
    ...(addressFrom ? [{ name: addressFrom, values: ['600 123 123', '12', 'ok'] }] : []),
  ],
  reads: ({ addressFrom }) => (addressFrom ? [{ name: addressFrom, field: 'addressFrom' }] : []),
  refers: ({ topicIds }) => topicIds.map((id, index) => ({ kind: 'topic', id, field: `topicIds.${index}` })),
  faults: ({ topicIds }) =>
    topicIds.length === 0 ? [{ code: 'topic_missing' as const, severity: 'error' as const, field: 'topicIds' }] : [],
})
