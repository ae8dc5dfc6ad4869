import { nextOccurrences, type SendingPlan, sendingPlan } from '@pregoner/shared'

/** When a notice goes out, as the form holds it: now, or by fields that may still be incomplete. */
export interface When {
  kind: 'now' | 'later' | 'repeated'
  date: string
  time: string
  every: 'weekly' | 'monthly'
  until: string
}

/** The plan the fields make; null while one of them is missing. */
export function planOf({ kind, date, time, every, until }: When): SendingPlan | null {
  const repeat = kind === 'repeated' ? every : 'once'
  const end = kind === 'repeated' && until ? until : null
  return sendingPlan.safeParse({ date, time: time.slice(0, 5), repeat, until: end }).data ?? null
}

/** What is wrong with the fields; null when it can be planned. */
export function whenFault(when: When, timeZone: string, now: Date): 'missing' | 'past' | 'endsFirst' | null {
  if (when.kind === 'now') return null
  if (!when.date || !when.time) return 'missing'
  if (when.kind === 'repeated' && when.until && when.until < when.date) return 'endsFirst'
  const plan = planOf(when)
  if (!plan) return 'missing'
  return nextOccurrences(plan, timeZone, now, 1).length === 0 ? 'past' : null
}
