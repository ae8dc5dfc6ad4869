import type { ChannelAdapter } from '../../runtime/src/channels/channel.ts'
import type { Stores } from '../../runtime/src/stores/stores.ts'

/** How the n-th write goes wrong. A crash ends the process; an error is one answer of the database, which goes on. */
export const faultKinds = ['crash_before', 'crash_after', 'error_after', 'error_before'] as const
export type FaultKind = (typeof faultKinds)[number]

/** Whether a write is struck by this kind: each write by one kind in turn, by all of them with `FAULTS=all`. */
export const isStruckBy = (kind: FaultKind, at: number): boolean =>
  process.env.FAULTS === 'all' || (at + faultKinds.indexOf(kind)) % faultKinds.length === 0

export interface Injector {
  stores: Stores
  adapter: ChannelAdapter
  /** Writes so far, with their names. */
  writes: string[]
  isDead: () => boolean
}

const writesOf = {
  inbox: ['insert', 'countAttempt', 'countFailure', 'markDone'],
  conversations: ['commit', 'pullOutbox', 'saltErasure'],
  sends: ['insert', 'claim', 'record', 'report', 'cancel'],
  identities: ['add', 'lead', 'forget'],
  messages: ['insert'],
  events: ['insert'],
  subscriptions: ['change', 'recordConsents'],
  notices: ['insert'],
  serviceCalls: ['insert', 'claim', 'done'],
  mediaFetches: ['insert', 'claim', 'finish', 'stop'],
  audit: ['append'],
  incidents: ['openIncident', 'addCitizenWords', 'recordDelivery', 'recordParked', 'recordVerdict', 'dropPendingInput'],
  privacy: ['open', 'giveLink', 'served'],
  personalData: ['erase', 'eraseConversation'],
  erasures: ['begin', 'finish'],
  flows: ['freeze', 'movedUpTo', 'moveAgain', 'moved'],
} as const

type Method = (...args: unknown[]) => unknown

/** Wraps all stores and the platform: the write number `at` fails as `kind` says, and after a crash nothing works. */
export function injectFault(stores: Stores, adapter: ChannelAdapter, at: number, kind: FaultKind): Injector {
  const writes: string[] = []
  let isDead = false
  const alive = () => {
    if (isDead) throw new Error('this process is dead')
  }

  async function write(name: string, run: () => unknown): Promise<unknown> {
    writes.push(name)
    const isStruck = writes.length - 1 === at
    if (!isStruck) return run()
    if (kind.endsWith('_after')) await run()
    if (kind.startsWith('crash')) isDead = true
    throw new Error(`${kind} at ${name}`)
  }

  function wrap(storeName: string, store: object): object {
    const watched: readonly string[] = Object.hasOwn(writesOf, storeName)
      ? writesOf[storeName as keyof typeof writesOf]
      : []
    const entries = Object.entries(store).map(([method, value]: [string, unknown]) => {
      if (typeof value !== 'function') return [method, value]
      const call: Method = (...args) => value.apply(store, args)
      const guarded = async (...args: unknown[]) => {
        alive()
        const result = await (watched.includes(method)
          ? write(`${storeName}.${method}`, () => call(...args))
          : call(...args))
        alive() // an answer that comes after the end is heard by nobody
        return result
      }
      return [method, guarded]
    })
    return Object.fromEntries(entries)
  }

  const wrapped = Object.fromEntries(Object.entries(stores).map(([name, store]) => [name, wrap(name, store)]))
  return {
    stores: wrapped as unknown as Stores,
    adapter: wrap('adapter', adapter) as unknown as ChannelAdapter,
    writes,
    isDead: () => isDead,
  }
}
