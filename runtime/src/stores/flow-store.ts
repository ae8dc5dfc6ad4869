import { randomUUID } from 'node:crypto'
import type { Flow, FlowDraft, FlowSummary, PeopleMove } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { fingerprint } from './canonical-json.ts'
import { isDuplicate } from './duplicate.ts'
import type { DraftRow } from './flow-rows.ts'
import { draftSchema } from './flow-rows.ts'
import type { Author, StoredVersion } from './flow-versions.ts'
import { createFlowVersions } from './flow-versions.ts'

export { type Author, type Moving, type StoredVersion, toVersionSummary } from './flow-versions.ts'

export type FlowStore = ReturnType<typeof createFlowStore>

type ListedRow = Omit<DraftRow, 'flow'> & { flow: Pick<Flow, 'name' | 'languages'> & { nodes: unknown[] } }

/** Of the drawings only what the list of flows tells. */
const listed = {
  ...{ flowId: 1, rev: 1, drawing: 1, changedAt: 1, changedBy: 1 },
  ...{ 'flow.name': 1, 'flow.languages': 1, 'flow.nodes.id': 1 },
}

const draftId = (townKey: string, flowId: string) => `${townKey}:${flowId}`

export function createFlowStore(connection: Connection) {
  const Drafts = connection.model<DraftRow>('FlowDraft', draftSchema)
  const versions = createFlowVersions(connection)

  const toDraft = (row: DraftRow, publishedVersion: number | null): FlowDraft => ({
    flow: row.flow,
    rev: row.rev,
    publishedVersion,
    changedAt: row.changedAt.toISOString(),
    changedBy: row.changedBy,
  })

  /** The version of a flow that answers now. */
  async function answering(townKey: string, flowId: string): Promise<number | null> {
    const newest = await versions.newest(townKey, flowId)
    return newest && !newest.isWithdrawn ? newest.version : null
  }

  async function draft(townKey: string, flowId: string): Promise<FlowDraft | null> {
    const row = await Drafts.findById(draftId(townKey, flowId)).lean()
    return row && toDraft(row, await answering(townKey, flowId))
  }

  /** Keeps the draft from being deleted, because a version is made of it; false when it is gone, or not of `rev`. */
  async function keepForEver(townKey: string, flowId: string, rev?: number): Promise<boolean> {
    const filter = { _id: draftId(townKey, flowId), ...(rev === undefined ? {} : { rev }) }
    const { matchedCount } = await Drafts.updateOne(filter, { $set: { isPublished: true } })
    return matchedCount > 0
  }

  return {
    draft,
    keepForEver,

    /** The draft's revision without its drawing; null when there is no such draft. */
    async revision(townKey: string, flowId: string): Promise<number | null> {
      const row = await Drafts.findById(draftId(townKey, flowId), { rev: 1 }).lean()
      return row?.rev ?? null
    },

    /** Without the number of people inside, who edits it and what is scheduled, which other stores know. */
    async list(townKey: string): Promise<Omit<FlowSummary, 'inside' | 'editedBy' | 'scheduled'>[]> {
      const rows = await Drafts.find({ town: townKey }, listed).sort({ flowId: 1 }).lean<ListedRow[]>()
      const newest = new Map((await versions.newestStories(townKey)).map(version => [version.flowId, version]))
      const names = new Map(rows.map(({ flowId, flow }) => [flowId, flow.name]))
      /** Of the flows a version runs those that citizens would meet otherwise if it were published now. */
      const olderIn = (runs: Record<string, string>) =>
        Object.entries(runs).flatMap(([flowId, drawing]) => {
          const now = newest.get(flowId)
          const isOlder = now !== undefined && now.withdrawnAt === null && now.drawing !== drawing
          return isOlder ? [names.get(flowId) ?? flowId] : []
        })
      return rows.map(row => {
        const version = newest.get(row.flowId)
        const isAnswering = version !== undefined && version.withdrawnAt === null
        return {
          id: row.flowId,
          name: row.flow.name,
          rev: row.rev,
          languages: row.flow.languages,
          nodes: row.flow.nodes.length,
          changedAt: row.changedAt.toISOString(),
          changedBy: row.changedBy,
          publishedVersion: isAnswering ? version.version : null,
          publishedAt: isAnswering ? version.at.toISOString() : null,
          newestVersion: version?.version ?? null,
          withdrawnAt: version?.withdrawnAt?.toISOString() ?? null,
          isChanged: version?.drawing !== row.drawing,
          runsOlder: isAnswering ? olderIn(version.runs) : [],
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
        { returnDocument: 'after', projection: { flow: 0 } }, // a large drawing need not come back
      ).lean()
      return row && toDraft({ ...row, flow }, await answering(townKey, flow.id))
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
      people: PeopleMove[] = [],
    ): Promise<StoredVersion | null> {
      const publication = { id: randomUUID(), flow, subflows, note, people }
      return (await keepForEver(townKey, flow.id, rev)) ? versions.freeze(townKey, publication, author) : null
    },

    ...versions,
  }
}
