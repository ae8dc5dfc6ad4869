import { type FlowLock, type LockAction, RENEW_SECONDS } from '@pregoner/shared'

const SECOND_MS = 1_000
const RETRY_MS = 5_000 // after a call that did not get through
const AFTER_END_MS = 300 // past the moment a silent holder's time is up

interface Person {
  name: string
  /** The same person, in another tab. */
  isYou: boolean
}

export type LockState =
  /** Nobody has answered yet. */
  { kind: 'opening' } | { kind: 'mine'; ask: Person | null } | { kind: 'theirs'; holder: Person; ask: TheirAsk | null }

/** Who has asked the holder; `ripeAt` by this browser's own clock, null after a “not yet”. */
export interface TheirAsk extends Person {
  isThisTab: boolean
  ripeAt: number | null
}

export interface LockKeeperDeps {
  act(action: LockAction): Promise<FlowLock>
  /** Hears every answer with the revision that was stored then. */
  onState(state: LockState, rev: number): void
  /** Whether this tab may take the flow when it becomes free. One that nobody looks at should not. */
  isWanted(): boolean
  now(): number
  later(run: () => void, milliseconds: number): () => void
}

export interface LockKeeper {
  start(): void
  /** Lets the flow go and stops. */
  stop(): void
  /** Asks how it stands now, and takes or keeps the flow when that is possible. */
  hold(): Promise<void>
  ask(): Promise<void>
  /** Takes an ask back. */
  withdraw(): Promise<void>
  takeOver(): Promise<void>
  handOver(): Promise<void>
  notYet(): Promise<void>
}

const stateOf = ({ holder, ask }: FlowLock, now: number): LockState => {
  if (!holder) return { kind: 'opening' }
  if (holder.isThisTab) return { kind: 'mine', ask: ask && { name: ask.name, isYou: ask.isYou } }
  const { name, isYou } = holder
  return {
    kind: 'theirs',
    holder: { name, isYou },
    ask: ask && {
      name: ask.name,
      isYou: ask.isYou,
      isThisTab: ask.isThisTab,
      ripeAt: ask.ripeInMs === null ? null : now + ask.ripeInMs,
    },
  }
}

/** Keeps the right to edit one flow for this tab, or waits for it. One call at a time, so that answers come in order. */
export function createLockKeeper({ act, onState, isWanted, now, later }: LockKeeperDeps): LockKeeper {
  let isStopped = true
  let isMine = false
  let hasAsked = false
  let running: Promise<void> = Promise.resolve()
  let cancel = () => {}

  const again = (milliseconds: number) => {
    cancel()
    if (!isStopped) cancel = later(() => void hold(), milliseconds)
  }

  const tell = (lock: FlowLock) => {
    isMine = lock.holder?.isThisTab ?? false
    hasAsked = lock.ask?.isThisTab ?? false
    onState(stateOf(lock, now()), lock.rev)
    const renewal = RENEW_SECONDS * SECOND_MS
    again(isMine || !lock.holder ? renewal : Math.min(renewal, lock.endsInMs + AFTER_END_MS))
  }

  const call = (action: LockAction): Promise<void> => {
    running = running.then(async () => {
      if (isStopped) return
      cancel()
      try {
        const lock = await act(action)
        if (!isStopped) tell(lock)
      } catch {
        again(RETRY_MS) // whoever cannot reach the runtime goes on as they were; their saves say so
      }
    })
    return running
  }

  const hold = async () => {
    if (isMine || hasAsked || isWanted()) return call('hold')
    again(RENEW_SECONDS * SECOND_MS)
  }

  return {
    start() {
      isStopped = false
      void hold()
    },
    stop() {
      isStopped = true
      cancel()
      if (isMine || hasAsked) void act('release').catch(() => {}) // its time runs out by itself
      isMine = false
      hasAsked = false
    },
    hold,
    ask: () => call('ask'),
    withdraw: () => call('release'),
    takeOver: () => call('take_over'),
    handOver: () => call('hand_over'),
    notYet: () => call('not_yet'),
  }
}
