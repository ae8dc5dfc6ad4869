import type { Connection } from 'mongoose'
import type { IncidentRow } from '../incident-rows.ts'
import type { MediaStore } from '../media-store.ts'
import { type ExpiringPart, oldest } from './part.ts'
import { reportersAmong, underWay } from './under-way.ts'

interface FileRow {
  _id: string
  contact: string | null
  at: Date
}

/** An incident without these files, which the screens must not look for any more. */
const withoutFiles = ({ media, mediaIds, entries }: IncidentRow, gone: ReadonlySet<string>) => ({
  media: media.filter(({ mediaId }) => !gone.has(mediaId)),
  mediaIds: mediaIds.filter(mediaId => !gone.has(mediaId)),
  entries: entries.map(entry => ({ ...entry, media: entry.media.filter(({ mediaId }) => !gone.has(mediaId)) })),
})

/** Photos and files of citizens. What an open incident shows stays, and so does what its reporter has sent. */
export function filesOfCitizens(connection: Connection, media: Pick<MediaStore, 'remove'>): ExpiringPart {
  const incidents = connection.collection<IncidentRow>('incidents')

  async function shownIn(town: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await incidents
      .find({ town, mediaIds: { $in: [...ids] }, ...underWay }, { projection: { mediaIds: 1 } })
      .toArray()
    return new Set(rows.flatMap(({ mediaIds }) => mediaIds))
  }

  return {
    async *pages(town, before, pageSize) {
      const walk = { collection: 'media', town, field: 'at', before, projection: { contact: 1 }, pageSize } as const
      for await (const page of oldest<FileRow>(connection, walk)) {
        const theirs = page.filter(({ contact }) => contact !== null)
        const [shown, busy] = await Promise.all([
          shownIn(
            town,
            theirs.map(({ _id }) => _id),
          ),
          reportersAmong(
            connection,
            town,
            theirs.flatMap(({ contact }) => contact ?? []),
          ),
        ])
        yield theirs
          .filter(({ _id, contact }) => !shown.has(_id) && !busy.has(contact ?? ''))
          .map(({ _id, at }) => ({ id: _id, at }))
      }
    },

    async clear(town, ids, now) {
      const gone = new Set(ids)
      const naming = await incidents.find({ town, mediaIds: { $in: [...ids] } }).toArray()
      const missed = new Set<string>()
      const changed: string[] = []
      for (const row of naming) {
        const set = { ...withoutFiles(row, gone), rev: row.rev + 1, changedAt: now }
        const { matchedCount } = await incidents.updateOne({ _id: row._id, rev: row.rev }, { $set: set })
        if (matchedCount === 1) changed.push(row._id)
        else for (const mediaId of row.mediaIds) missed.add(mediaId) // somebody works on it: the next run, then
      }
      let count = 0
      for (const mediaId of ids) {
        if (missed.has(mediaId)) continue
        await media.remove(town, mediaId) // last, so that what is still listed is found again
        count += 1
      }
      return { count, incidents: changed }
    },
  }
}
