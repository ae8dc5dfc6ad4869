import { type IncidentDetail, incidentDetail } from '@pregoner/shared'
import { isApiError } from '../api/api-error.ts'

const MAX_TRIES = 4 // sent, delivered and read come one after another

/** What somebody must have seen before changing an incident; how far an answer got is not part of it. */
const seen = ({ status, departmentId, assignee, entries }: IncidentDetail) =>
  JSON.stringify([
    status,
    departmentId,
    assignee,
    entries.filter(({ kind }) => kind !== 'delivery').map(({ id }) => id),
  ])

/** Whether nothing happened between the two that anybody would have to read first. */
export const isSameToReader = (before: IncidentDetail, after: IncidentDetail): boolean => seen(before) === seen(after)

/**
 * Carries out a change of what is on the screen, and again when meanwhile only delivery reports came in: they raise
 * `rev`, but nobody has anything new to read. Throws `stale` when something happened that is not fine.
 */
export async function changeOnceMore(
  shown: IncidentDetail,
  change: (rev: number) => Promise<IncidentDetail>,
  isFine: (before: IncidentDetail, after: IncidentDetail) => boolean = isSameToReader,
): Promise<IncidentDetail> {
  let rev = shown.rev
  for (let tries = 1; ; tries++) {
    try {
      return await change(rev)
    } catch (error) {
      const current = isApiError(error, 'stale') ? incidentDetail.safeParse(error.current) : null
      if (!current?.success || tries >= MAX_TRIES || !isFine(shown, current.data)) throw error
      rev = current.data.rev
    }
  }
}
