import type { FlowLock, LockAction } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import type { Lock, LockStore, StoredLock, Tab } from '../stores/lock-store.ts'
import { changedLock, isSameTab, lockNow, ripeAt, touched } from './rules.ts'

const MAX_TRIES = 8 // each loses only against another change of the same lock

/** Whoever asks; without a tab, as programs do, they are nobody's holder. */
export interface Caller {
  personId: string
  personName: string
  tab: string | null
}

interface LocksDeps {
  store: LockStore
  live: Pick<Live, 'lockChanged'>
  now: () => Date
}

export type Locks = ReturnType<typeof createLocks>

const asTab = ({ personId, personName, tab }: Caller): Tab => ({ personId, name: personName, tab: tab ?? '' })
const isSame = (a: object | null | undefined, b: object | null | undefined) =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const leftMs = (until: Date, now: Date) => Math.max(0, until.getTime() - now.getTime())

/** The lock as this caller sees it. */
function seenBy(stored: Lock | null, caller: Caller, now: Date): Omit<FlowLock, 'rev'> {
  const lock = lockNow(stored, now)
  const who = asTab(caller)
  const seen = (tab: Tab) => ({
    name: tab.name,
    isYou: tab.personId === who.personId,
    isThisTab: isSameTab(tab, who),
  })
  if (!lock?.holder) return { holder: null, endsInMs: 0, ask: null }
  const { holder, ask, endsAt } = lock
  const ripe = ripeAt(lock)
  return {
    holder: seen(holder),
    endsInMs: leftMs(endsAt, now),
    ask: ask && { ...seen(ask), isDeclined: ask.isDeclined, ripeInMs: ripe && leftMs(ripe, now) },
  }
}

/** Says who may change a flow just now. The database is the truth; sockets only hint that it has moved. */
export function createLocks({ store, live, now }: LocksDeps) {
  /** Applies `change` to the newest lock, again when another was quicker, and tells what stands then. */
  async function change(
    townKey: string,
    flowId: string,
    rule: (lock: StoredLock) => Lock | null,
  ): Promise<Lock | null> {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const before = await store.read(townKey, flowId)
      const after = rule(before)
      if (!after || after === before) return before
      if (!(await store.replace(townKey, flowId, before, after))) continue
      const isMoved = !isSame(before?.holder, after.holder) || !isSame(before?.ask, after.ask)
      if (isMoved) live.lockChanged(townKey, { flowId })
      return after
    }
    return store.read(townKey, flowId)
  }

  const isForeign = (lock: Lock | null, caller: Caller): lock is Lock & { holder: Tab } => {
    const held = lockNow(lock, now())
    return held?.holder ? !isSameTab(held.holder, asTab(caller)) : false
  }

  return {
    async act(townKey: string, flowId: string, caller: Caller, action: LockAction) {
      const lock = await change(townKey, flowId, before => changedLock(before, action, asTab(caller), now()))
      return seenBy(lock, caller, now())
    },

    async look(townKey: string, flowId: string, caller: Caller) {
      return seenBy(await store.read(townKey, flowId), caller, now())
    },

    /** Refuses a change of a flow that another tab holds. Where nobody holds it, everybody may change it. */
    async check(townKey: string, flowId: string, caller: Caller): Promise<void> {
      const lock = await store.read(townKey, flowId)
      if (!isForeign(lock, caller)) return
      const { name, personId } = lock.holder
      throw new AppError('locked', 'lock', { current: { holder: name, isYou: personId === caller.personId } })
    },

    /** The holder has saved, which renews the lock. */
    async saved(townKey: string, flowId: string, caller: Caller): Promise<void> {
      await change(townKey, flowId, before => {
        const held = lockNow(before, now())
        return held?.holder && isSameTab(held.holder, asTab(caller)) ? touched(held, now()) : before
      })
    },

    /** Lets go what a person holds or asks for in this town, in whatever tab. */
    async letGo(townKey: string, personId: string): Promise<void> {
      for (const [flowId, { holder, ask }] of await store.ofTown(townKey)) {
        for (const tab of [ask, holder]) {
          if (tab?.personId !== personId) continue
          await change(townKey, flowId, before => changedLock(before, 'release', tab, now()))
        }
      }
    },

    /** Who edits what in this town, by flow id. */
    async editors(townKey: string): Promise<Map<string, string>> {
      const locks = await store.ofTown(townKey)
      return new Map(
        [...locks].flatMap(([flowId, lock]) => {
          const name = lockNow(lock, now())?.holder?.name
          return name === undefined ? [] : [[flowId, name]]
        }),
      )
    },
  }
}
