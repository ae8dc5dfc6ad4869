import type { Findings, Subject } from './check-flow.ts'
import { type Answer, type Task, taskFor } from './tasks.ts'

/** Who does the checking, one task at a time. */
export interface Desk {
  take(task: Task): void
  close(): void
}
export type OpenDesk = (onAnswer: (answer: Answer) => void, onFail: () => void) => Desk

export interface Clock {
  now(): number
  /** Runs something later; the returned function calls it off. */
  later(run: () => void, ms: number): () => void
}

interface Options {
  /** Tried one after the other, when one cannot start or breaks down. */
  desks: readonly OpenDesk[]
  clock: Clock
  onFindings(findings: Findings): void
  /** Tells whether what was found last still fits the newest drawing. */
  onWorking(isWorking: boolean): void
}

const MIN_PAUSE_MS = 150 // between two tasks, however fast somebody types

/** Has the newest drawing checked. What comes while a check runs waits, and only the newest of it. */
export function createChecker({ desks, clock, onFindings, onWorking }: Options) {
  let desk: Desk | null = null
  let used = 0
  let sent: Subject | null = null
  let waiting: Subject | null = null
  let isBusy = false
  let lastSentAt = Number.NEGATIVE_INFINITY
  let count = 0
  let cancel: (() => void) | null = null
  let isStopped = false

  function openNext(): Desk | null {
    for (let open = desks[used]; open; open = desks[used]) {
      const number = ++used
      try {
        return open(
          answer => number === used && answered(answer),
          () => number === used && failed(),
        )
      } catch {
        // The next one is tried.
      }
    }
    return null
  }

  function send(): void {
    cancel = null
    const subject = waiting
    desk ??= openNext()
    if (!subject || !desk || isStopped) return
    const task = taskFor(++count, sent, subject)
    waiting = null
    sent = subject
    isBusy = true
    lastSentAt = clock.now()
    desk.take(task)
  }

  function plan(): void {
    if (isBusy || cancel || !waiting) return
    cancel = clock.later(send, Math.max(0, lastSentAt + MIN_PAUSE_MS - clock.now()))
  }

  function answered(answer: Answer): void {
    if (isStopped || answer.count !== count) return
    isBusy = false
    onFindings(answer.findings)
    if (waiting) plan()
    else onWorking(false)
  }

  function failed(): void {
    if (isStopped) return
    desk?.close()
    desk = null
    isBusy = false
    waiting ??= sent
    sent = null
    plan()
  }

  return {
    check(subject: Subject): void {
      const newest = waiting ?? sent
      const isKnown = newest?.flow === subject.flow && newest.town === subject.town && newest.others === subject.others
      if (isKnown || isStopped) return
      waiting = subject
      onWorking(true)
      plan()
    },
    stop(): void {
      isStopped = true
      cancel?.()
      desk?.close()
    },
  }
}
