import { latestOccurrence, nextOccurrences, type TownData } from '@pregoner/shared'
import type { BroadcastRow } from '../stores/broadcast-store.ts'
import type { PlannedBroadcastStore } from '../stores/planned-broadcast-store.ts'

/** Later than this a notice tells nothing new any more, and may do harm. */
const LATEST_MS = 24 * 3_600_000

export interface PlannedDeps {
  plannedBroadcasts: Pick<PlannedBroadcastStore, 'due' | 'begin' | 'addOccurrence' | 'goOn'>
  town: (townKey: string) => Promise<TownData | null>
  now: () => Date
}

/**
 * One planned notice whose time has come. What goes out is there before the plan goes on, under an id made of the plan
 * and the day: dying anywhere between leaves nothing out and sends nothing twice. Of several times that were missed
 * only the last one goes out, and none that is more than a day old.
 */
async function takeOut(row: BroadcastRow, town: TownData, { plannedBroadcasts, now }: PlannedDeps): Promise<void> {
  const at = now()
  const { plan, nextAt } = row
  if (!plan || !nextAt) return plannedBroadcasts.goOn(row, null, null, at)
  const behind = new Date(nextAt.getTime() - 1)
  const latest = latestOccurrence(plan, town.timeZone, behind, at) ?? { day: plan.date, at: nextAt }
  const isLate = at.getTime() - latest.at.getTime() > LATEST_MS
  if (plan.repeat === 'once') {
    return isLate ? plannedBroadcasts.goOn(row, null, nextAt, at) : plannedBroadcasts.begin(row, at)
  }
  if (!isLate) await plannedBroadcasts.addOccurrence(row, { day: latest.day, time: plan.time }, at)
  const [next] = nextOccurrences(plan, town.timeZone, at, 1)
  await plannedBroadcasts.goOn(row, next?.at ?? null, isLate ? latest.at : null, at)
}

/** Takes out every planned notice whose time has come; tells whether there was one. */
export async function sendPlanned(deps: PlannedDeps): Promise<boolean> {
  const due = await deps.plannedBroadcasts.due(deps.now())
  for (const row of due) {
    const town = await deps.town(row.town)
    if (town) await takeOut(row, town, deps)
    else await deps.plannedBroadcasts.goOn(row, null, null, deps.now())
  }
  return due.length > 0
}
