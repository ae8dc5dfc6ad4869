import type { LockAction } from '@pregoner/shared'
import { LOCK_SECONDS, UNANSWERED_SECONDS } from '@pregoner/shared'
import type { Lock, Tab } from '../stores/lock-store.ts'

const after = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1_000)

export const isSameTab = (a: Tab, b: Tab): boolean => a.personId === b.personId && a.tab === b.tab

const ASKER_SECONDS = 120 // a tab in the background may speak but once a minute

/** Without the ask of a tab that has been silent too long. */
function withLiveAsk(lock: Lock, now: Date): Lock {
  const { ask, askerAt } = lock
  return ask && after(askerAt ?? ask.at, ASKER_SECONDS) <= now ? { ...lock, ask: null } : lock
}

/** The lock as it counts now: whoever has been silent too long has let go, or does not ask any more. */
export function lockNow(lock: Lock | null, now: Date): Lock | null {
  return lock?.holder && lock.endsAt > now ? withLiveAsk(lock, now) : null
}

/** When whoever asked may take the flow over; null when they may not. */
export function ripeAt({ ask, changedAt }: Lock): Date | null {
  if (!ask || ask.isDeclined) return null
  return after(ask.at > changedAt ? ask.at : changedAt, UNANSWERED_SECONDS)
}

const heldBy = (
  { personId, name, tab }: Tab,
  now: Date,
  { ask, askerAt }: Pick<Lock, 'ask' | 'askerAt'> = { ask: null },
): Lock => ({
  holder: { personId, name, tab },
  since: now,
  renewedAt: now,
  changedAt: now,
  endsAt: after(now, LOCK_SECONDS),
  ask,
  askerAt,
})

const renewed = (lock: Lock, now: Date): Lock => ({ ...lock, renewedAt: now, endsAt: after(now, LOCK_SECONDS) })

/** Goes to whoever asked for it, else to nobody. */
const letGo = (lock: Lock, now: Date): Lock =>
  lock.ask ? heldBy(lock.ask, now) : { ...lock, holder: null, endsAt: now }

/** What the tab that holds a flow may do with it. */
const asHolder = (lock: Lock, action: LockAction, now: Date): Lock => {
  const { ask } = lock
  if (action === 'hold') return renewed(lock, now)
  if (action === 'release') return letGo(lock, now)
  if (action === 'hand_over' && ask) return heldBy(ask, now)
  if (action === 'not_yet' && ask) return { ...lock, ask: { ...ask, isDeclined: true } }
  return lock
}

/** What a tab may do while another holds the flow. An ask that waits for its answer keeps others from asking. */
const asOther = (lock: Lock, action: LockAction, { personId, name, tab }: Tab, now: Date): Lock => {
  const { ask } = lock
  const isAsker = ask !== null && isSameTab(ask, { personId, name, tab })
  if (action === 'ask' && (!ask || ask.isDeclined)) {
    return { ...lock, ask: { personId, name, tab, at: now, isDeclined: false }, askerAt: now }
  }
  if (!isAsker) return lock
  if (action === 'release') return { ...lock, ask: null }
  const ripe = ripeAt(lock)
  return action === 'take_over' && ripe && ripe <= now ? heldBy(ask, now) : { ...lock, askerAt: now }
}

/** What happens to a lock when a tab does something. The same lock back means that nothing does. */
export function changedLock(lock: Lock | null, action: LockAction, who: Tab, now: Date): Lock | null {
  const live = lockNow(lock, now)
  if (live?.holder) return isSameTab(live.holder, who) ? asHolder(live, action, now) : asOther(live, action, who, now)
  if (action !== 'hold' && action !== 'ask' && action !== 'take_over') return lock
  const left = lock && withLiveAsk(lock, now)
  return heldBy(who, now, left?.ask && !isSameTab(left.ask, who) ? left : undefined)
}

/** The holder's draft was saved: whoever waits for them to be idle begins to wait anew. */
export const touched = (lock: Lock, now: Date): Lock => ({ ...renewed(lock, now), changedAt: now })
