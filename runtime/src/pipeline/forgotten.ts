import type { ErasureStore } from '../stores/erasure-store.ts'
import type { Contacts } from './contacts.ts'
import type { Keys } from './keys.ts'
import type { Work } from './step.ts'

export interface ForgottenDeps {
  erasures: Pick<ErasureStore, 'among'>
  contacts: Pick<Contacts, 'forget'>
  keys: Keys
}

const isFromPerson = ({ items }: Work) => items.some(({ identities }) => identities.length > 0)
const contactIn = (convId: string) => convId.slice(convId.lastIndexOf(':') + 1)

/**
 * Sorts out what cannot be applied now. What a person writes while everything about them goes waits for the end of that
 * and then begins a conversation of somebody new; what nobody but the erased conversation would hear is void.
 */
export async function sortOutForgotten(
  all: readonly Work[],
  { erasures, contacts, keys }: ForgottenDeps,
): Promise<{ work: Work[]; void: string[] }> {
  const going = all.filter(({ conversation }) => conversation === null)
  if (going.length === 0) return { work: all.filter(({ conversation }) => !conversation?.erasing), void: [] }
  const gone = await erasures.among(going.map(({ convId }) => keys.erased(convId)))
  const isGone = ({ convId, conversation }: Work) => conversation === null && gone.has(keys.erased(convId))
  for (const one of all.filter(isGone)) if (isFromPerson(one)) await contacts.forget(contactIn(one.convId))
  return {
    work: all.filter(one => !isGone(one) && !one.conversation?.erasing),
    void: all
      .filter(isGone)
      .flatMap(({ items }) => items.flatMap(({ _id, identities }) => (identities.length === 0 ? [_id] : []))),
  }
}
