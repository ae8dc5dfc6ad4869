import { canBecome, type IncidentStatus, type IncidentSummary } from '@pregoner/shared'
import type { Model } from 'mongoose'
import type { Clock } from './incident-clock.ts'
import { entryOf } from './incident-entries.ts'
import type { IncidentRow } from './incident-rows.ts'
import { toSummary } from './incident-rows.ts'

const MAX_TRIES = 10
/** What somebody ended because it seemed done; one that was passed on elsewhere is not taken up again. */
const reopenable: readonly IncidentStatus[] = ['resolved', 'closed']

export interface Verdict {
  solved: boolean
  /** What the citizen said besides. */
  text: string
}

/** What citizens say of the incidents that were answered: solved or not. */
export function createIncidentVerdicts(
  Incidents: Model<IncidentRow>,
  { clock, now }: { clock: Clock; now: () => Date },
) {
  return {
    /** Notes whether it was solved, once per effect; one that was not is in progress again. Null when there is none. */
    async recordVerdict(
      townKey: string,
      { convId, reference, effectId }: { convId: string; reference: string; effectId: string },
      { solved, text }: Verdict,
      at: Date,
    ): Promise<IncidentSummary | null> {
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const row = await Incidents.findOne({ town: townKey, convId, toldReference: reference }).lean()
        if (!row || row.entries.some(({ id }) => id === effectId)) return row && toSummary(row)
        const reopens = !solved && reopenable.includes(row.status) && canBecome(row.status, 'in_progress')
        const status = reopens ? 'in_progress' : row.status
        const entry = entryOf({
          id: effectId,
          at: at.toISOString(),
          kind: solved ? 'solved' : 'unsolved',
          text,
          status: reopens ? status : null,
        })
        const changed = await Incidents.findOneAndUpdate(
          { _id: row._id, rev: row.rev },
          {
            $set: { status, ...(await clock.after({ ...row, status }, at)), changedAt: now() },
            $inc: { rev: 1 },
            $push: { entries: entry },
          },
          { returnDocument: 'after' },
        ).lean()
        if (changed) return toSummary(changed)
      }
      throw new Error('an incident was changed by others again and again')
    },
  }
}
