import type { Flow, FlowDraft, FlowSummary, FlowVersion, VersionSummary } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { trusted } from 'mongoose'
import { fingerprint } from './canonical-json.ts'
import { isDuplicate } from './duplicate.ts'
import type { DraftRow, VersionRow } from './flow-rows.ts'
import { draftSchema, versionSchema } from './flow-rows.ts'

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
}

export type FlowStore = ReturnType<typeof createFlowStore>

const draftId = (townKey: string, flowId: string) => `${townKey}:${flowId}`
const versionId = (townKey: string, flowId: string, version: number) => `${townKey}:${flowId}:${version}`

type Story = Pick<StoredVersion, 'version' | 'hash' | 'note' | 'by' | 'at'>

/** Without the number of people inside, which only the conversations know. */
export const toVersionSummary = ({ version, hash, note, by, at }: Story): Omit<VersionSummary, 'inside'> => ({
  version,
  hash,
  note,
  by,
  at: at.toISOString(),
})

export function createFlowStore(connection: Connection) {
  const Drafts = connection.model<DraftRow>('FlowDraft', draftSchema)
  const Versions = connection.model<VersionRow>('FlowVersion', versionSchema)

  const toDraft = (row: DraftRow, publishedVersion: number | null): FlowDraft => ({
    flow: row.flow,
    rev: row.rev,
    publishedVersion,
    changedAt: row.changedAt.toISOString(),
    changedBy: row.changedBy,
  })

  const toVersion = ({ _id: _, town: __, ...row }: VersionRow): StoredVersion => row

  async function newestVersion(townKey: string, flowId: string): Promise<number> {
    const row = await Versions.findOne({ town: townKey, flowId }, { version: 1 }).sort({ version: -1 }).lean()
    return row?.version ?? 0
  }

  async function newestVersions(townKey: string): Promise<{ _id: string; version: number }[]> {
    return Versions.aggregate([
      { $match: { town: townKey } },
      { $group: { _id: '$flowId', version: { $max: '$version' } } },
    ])
  }

  async function published(townKey: string): Promise<StoredVersion[]> {
    const newest = await newestVersions(townKey)
    const ids = newest.map(({ _id, version }) => versionId(townKey, _id, version))
    const rows = await Versions.find({ _id: trusted({ $in: ids }) })
      .sort({ flowId: 1 })
      .lean()
    return rows.map(toVersion)
  }

  async function draft(townKey: string, flowId: string): Promise<FlowDraft | null> {
    const row = await Drafts.findById(draftId(townKey, flowId)).lean()
    return row && toDraft(row, (await newestVersion(townKey, flowId)) || null)
  }

  return {
    draft,

    /** The draft's revision without its drawing; null when there is no such draft. */
    async revision(townKey: string, flowId: string): Promise<number | null> {
      const row = await Drafts.findById(draftId(townKey, flowId), { rev: 1 }).lean()
      return row?.rev ?? null
    },

    /** Without the number of people inside and who edits it, which other stores know. */
    async list(townKey: string): Promise<Omit<FlowSummary, 'inside' | 'editedBy'>[]> {
      const rows = await Drafts.find({ town: townKey }).sort({ flowId: 1 }).lean()
      const versions = new Map((await published(townKey)).map(version => [version.flowId, version]))
      return rows.map(row => {
        const version = versions.get(row.flowId)
        return {
          id: row.flowId,
          name: row.flow.name,
          rev: row.rev,
          languages: row.flow.languages,
          nodes: row.flow.nodes.length,
          changedAt: row.changedAt.toISOString(),
          changedBy: row.changedBy,
          publishedVersion: version?.version ?? null,
          publishedAt: version?.at.toISOString() ?? null,
          isChanged: version?.drawing !== row.drawing,
        }
      })
    },

    /** Tells whether it was created; an existing draft with this id stays as it is. */
    async create(townKey: string, flow: Flow, { by, at }: Author): Promise<boolean> {
      const _id = draftId(townKey, flow.id)
      const row = { town: townKey, flowId: flow.id, rev: 1, flow, drawing: fingerprint(flow), isPublished: false }
      try {
        await Drafts.create([{ _id, ...row, changedAt: at, changedBy: by }])
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    /** Saves over the draft of revision `rev`; null when it has another revision by now, or is gone. */
    async save(townKey: string, flow: Flow, rev: number, { by, at }: Author): Promise<FlowDraft | null> {
      const row = await Drafts.findOneAndUpdate(
        { _id: draftId(townKey, flow.id), rev },
        { $set: { flow, drawing: fingerprint(flow), changedAt: at, changedBy: by }, $inc: { rev: 1 } },
        { returnDocument: 'after' },
      ).lean()
      return row && toDraft(row, (await newestVersion(townKey, flow.id)) || null)
    },

    /** Deletes a draft that was never published; tells whether it did. */
    async remove(townKey: string, flowId: string): Promise<boolean> {
      const { deletedCount } = await Drafts.deleteOne({ _id: draftId(townKey, flowId), isPublished: false })
      return deletedCount > 0
    },

    /** Freezes the draft of revision `rev` as the next version; null when the draft or the version has moved on. */
    async publish(
      townKey: string,
      { flow, rev }: Pick<FlowDraft, 'flow' | 'rev'>,
      subflows: Flow[],
      note: string,
      author: Author,
    ): Promise<StoredVersion | null> {
      const mark = await Drafts.updateOne({ _id: draftId(townKey, flow.id), rev }, { $set: { isPublished: true } })
      if (mark.matchedCount === 0) return null
      const version = (await newestVersion(townKey, flow.id)) + 1
      const stored: StoredVersion = {
        flowId: flow.id,
        version,
        flow,
        subflows,
        hash: fingerprint({ flow, subflows }),
        drawing: fingerprint(flow),
        note,
        ...author,
      }
      try {
        await Versions.create([{ _id: versionId(townKey, flow.id, version), town: townKey, ...stored }])
        return stored
      } catch (error) {
        if (isDuplicate(error)) return null
        throw error
      }
    },

    /** The newest version of every published flow: what citizens meet now. */
    publishedFlows: published,

    async version(townKey: string, flowId: string, version: number): Promise<StoredVersion | null> {
      const row = await Versions.findById(versionId(townKey, flowId, version)).lean()
      return row && toVersion(row)
    },

    /** Every version of a flow, newest first, without the drawings. */
    async versions(townKey: string, flowId: string): Promise<Omit<VersionSummary, 'inside'>[]> {
      const rows = await Versions.find({ town: townKey, flowId }, { flow: 0, subflows: 0 }).sort({ version: -1 }).lean()
      return rows.map(toVersionSummary)
    },
  }
}
