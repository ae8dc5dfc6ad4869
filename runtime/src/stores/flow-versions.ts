import type { Flow, FlowVersion, PeopleMove, VersionSummary } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { trusted } from 'mongoose'
import { fingerprint } from './canonical-json.ts'
import { isDuplicate } from './duplicate.ts'
import type { MovingRow, VersionRow } from './flow-rows.ts'
import { versionSchema } from './flow-rows.ts'

/** Who did it, and when. */
export interface Author {
  by: string
  at: Date
}

/** A published version with its story. */
export interface StoredVersion extends FlowVersion {
  hash: string
  drawing: string
  note: string
  by: string
  at: Date
  withdrawnAt: Date | null
  withdrawnBy: string | null
}

/** People of a flow who are still to be told where they go on. */
export interface Moving extends MovingRow {
  town: string
  flowId: string
  version: number
}

/** What is frozen as a version. The same `publication` again gives the version it made. */
export interface Publication {
  id: string
  flow: Flow
  subflows: Flow[]
  note: string
  people: PeopleMove[]
}

const MAX_MOVING = 100
const versionId = (townKey: string, flowId: string, version: number) => `${townKey}:${flowId}:${version}`

type Story = Pick<StoredVersion, 'version' | 'hash' | 'note' | 'by' | 'at' | 'withdrawnAt' | 'withdrawnBy'>

type NewestStory = Pick<StoredVersion, 'flowId' | 'version' | 'at' | 'drawing' | 'withdrawnAt'> & {
  runs: Record<string, string>
}

/** Without the number of people inside, which only the conversations know. */
export const toVersionSummary = (story: Story): Omit<VersionSummary, 'inside'> => ({
  version: story.version,
  hash: story.hash,
  note: story.note,
  by: story.by,
  at: story.at.toISOString(),
  withdrawnAt: story.withdrawnAt?.toISOString() ?? null,
  withdrawnBy: story.withdrawnBy ?? null,
})

const toVersion = ({
  _id: _,
  town: __,
  publication: ___,
  moving: ____,
  runs: _____,
  ...row
}: VersionRow): StoredVersion => ({
  ...row,
  withdrawnAt: row.withdrawnAt ?? null,
  withdrawnBy: row.withdrawnBy ?? null,
})

/** The published versions of flows. What citizens are told never changes; only whether it still answers does. */
export function createFlowVersions(connection: Connection) {
  const Versions = connection.model<VersionRow>('FlowVersion', versionSchema)

  /** The newest version of a flow, whether it answers or not. */
  async function newest(townKey: string, flowId: string): Promise<{ version: number; isWithdrawn: boolean } | null> {
    const row = await Versions.findOne({ town: townKey, flowId }, { version: 1, withdrawnAt: 1 })
      .sort({ version: -1 })
      .lean()
    return row && { version: row.version, isWithdrawn: Boolean(row.withdrawnAt) }
  }

  async function newestIds(townKey: string): Promise<string[]> {
    const found = await Versions.aggregate<{ _id: string; version: number }>([
      { $match: { town: townKey } },
      { $group: { _id: '$flowId', version: { $max: '$version' } } },
    ])
    return found.map(({ _id, version }) => versionId(townKey, _id, version))
  }

  /** The newest version of every flow of a town, withdrawn or not. */
  async function newestOfAll(townKey: string): Promise<StoredVersion[]> {
    const rows = await Versions.find({ _id: trusted({ $in: await newestIds(townKey) }) })
      .sort({ flowId: 1 })
      .lean()
    return rows.map(toVersion)
  }

  /** The same without the drawings. */
  async function newestStories(townKey: string): Promise<NewestStory[]> {
    const rows = await Versions.find(
      { _id: trusted({ $in: await newestIds(townKey) }) },
      { flow: 0, subflows: 0 },
    ).lean()
    return rows.map(({ flowId, version, at, drawing, withdrawnAt, runs = {} }) => ({
      ...{ flowId, version, at, drawing, runs },
      withdrawnAt: withdrawnAt ?? null,
    }))
  }

  return {
    newest,
    newestOfAll,
    newestStories,

    /** The newest version of every flow that answers: what citizens meet now. */
    publishedFlows: async (townKey: string): Promise<StoredVersion[]> =>
      (await newestOfAll(townKey)).filter(({ withdrawnAt }) => withdrawnAt === null),

    /** Freezes a drawing as the next version; null when somebody else has published meanwhile. */
    async freeze(townKey: string, publication: Publication, author: Author): Promise<StoredVersion | null> {
      const { id, flow, subflows, note, people } = publication
      const version = ((await newest(townKey, flow.id))?.version ?? 0) + 1
      const stored: StoredVersion = {
        flowId: flow.id,
        version,
        flow,
        subflows,
        hash: fingerprint({ flow, subflows }),
        drawing: fingerprint(flow),
        note,
        ...author,
        withdrawnAt: null,
        withdrawnBy: null,
      }
      const isMoving = people.some(({ what }) => what !== 'finish')
      const moving: MovingRow[] = isMoving ? [{ id, to: version, people, after: null, againAt: null }] : []
      const runs = Object.fromEntries(subflows.map(subflow => [subflow.id, fingerprint(subflow)]))
      const own = { _id: versionId(townKey, flow.id, version), town: townKey, publication: id, moving, runs }
      try {
        await Versions.create([{ ...own, ...stored }])
        return stored
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
      const known = await Versions.findOne({ town: townKey, flowId: flow.id, publication: id }).lean()
      return known && toVersion(known)
    },

    /** Whether this publication has made its version. */
    async isPublication(id: string): Promise<boolean> {
      return (await Versions.findOne({ publication: id }, { _id: 1 }).lean()) !== null
    },

    async version(townKey: string, flowId: string, version: number): Promise<StoredVersion | null> {
      const row = await Versions.findById(versionId(townKey, flowId, version)).lean()
      return row && toVersion(row)
    },

    /** Every version of a flow, newest first, without the drawings. */
    async versions(townKey: string, flowId: string): Promise<Omit<VersionSummary, 'inside'>[]> {
      const rows = await Versions.find({ town: townKey, flowId }, { flow: 0, subflows: 0, moving: 0 })
        .sort({ version: -1 })
        .lean()
      return rows.map(toVersionSummary)
    },

    /** The flows that some version of this one runs inside itself. */
    subflowIds: (townKey: string, flowId: string): Promise<string[]> =>
      Versions.distinct('subflows.id', { town: townKey, flowId }),

    /**
     * Lets a version answer no more; tells whether it did until now. `tells` says so to those inside; who was still to
     * be moved into it stays where they are.
     */
    async withdraw(townKey: string, flowId: string, version: number, tells: boolean, { by, at }: Author) {
      const own = { id: `withdrawn ${at.toISOString()}`, to: null, people: null }
      const moving: MovingRow[] = tells ? [{ ...own, after: null, againAt: null }] : []
      const { modifiedCount } = await Versions.updateOne(
        { _id: versionId(townKey, flowId, version), withdrawnAt: null },
        { $set: { withdrawnAt: at, withdrawnBy: by, moving } },
      )
      return modifiedCount > 0
    },

    /** People who are still to be told where they go on, of all towns. */
    async moving(): Promise<Moving[]> {
      const rows = await Versions.find(
        { 'moving.id': trusted({ $exists: true }) },
        { town: 1, flowId: 1, version: 1, moving: 1 },
      )
        .limit(MAX_MOVING)
        .lean()
      return rows.flatMap(({ town, flowId, version, moving }) => moving.map(one => ({ ...one, town, flowId, version })))
    },

    /** Everybody up to this conversation has been told; false when nobody is to be told any more. */
    async movedUpTo({ town, flowId, version, id }: Moving, after: string): Promise<boolean> {
      const filter = { _id: versionId(town, flowId, version), 'moving.id': id }
      return (await Versions.updateOne(filter, { $set: { 'moving.$.after': after } })).matchedCount > 0
    },

    /** Everybody has been told once; they are gone through again at `againAt`. */
    async moveAgain({ town, flowId, version, id }: Moving, againAt: Date): Promise<void> {
      const filter = { _id: versionId(town, flowId, version), 'moving.id': id }
      await Versions.updateOne(filter, { $set: { 'moving.$.after': null, 'moving.$.againAt': againAt } })
    },

    async moved({ town, flowId, version, id }: Moving): Promise<void> {
      await Versions.updateOne({ _id: versionId(town, flowId, version) }, { $pull: { moving: { id } } })
    },
  }
}
