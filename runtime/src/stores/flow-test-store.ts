import type { FlowTest, StoredTest } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import { isDuplicate } from './duplicate.ts'
import type { Author } from './flow-store.ts'

interface TestRow {
  _id: string
  town: string
  flowId: string
  test: FlowTest
  changedAt: Date
  changedBy: string
}

const schema = new Schema<TestRow>(
  { _id: String, town: String, flowId: String, test: Schema.Types.Mixed, changedAt: Date, changedBy: String },
  { collection: 'flow_tests', strict: 'throw', versionKey: false, minimize: false },
)
schema.index({ town: 1, flowId: 1 })

const rowId = (townKey: string, flowId: string, id: string) => `${townKey}:${flowId}:${id}`

const toTest = ({ test, changedAt, changedBy }: TestRow): StoredTest => ({
  ...test,
  changedAt: changedAt.toISOString(),
  changedBy,
})

export type FlowTestStore = ReturnType<typeof createFlowTestStore>

/** The conversations that officers keep as tests of a flow. */
export function createFlowTestStore(connection: Connection) {
  const Tests = connection.model<TestRow>('FlowTest', schema)

  async function replace(townKey: string, flowId: string, test: FlowTest, { by, at }: Author): Promise<boolean> {
    const change = { $set: { test, changedAt: at, changedBy: by } }
    const { matchedCount } = await Tests.updateOne({ _id: rowId(townKey, flowId, test.id) }, change)
    return matchedCount > 0
  }

  return {
    /** In the order of their names. */
    async list(townKey: string, flowId: string): Promise<StoredTest[]> {
      const rows = await Tests.find({ town: townKey, flowId }).lean()
      return rows.map(toTest).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
    },

    async count(townKey: string, flowId: string): Promise<number> {
      return Tests.countDocuments({ town: townKey, flowId })
    },

    async has(townKey: string, flowId: string, id: string): Promise<boolean> {
      return (await Tests.countDocuments({ _id: rowId(townKey, flowId, id) })) > 0
    },

    /** Stores the test, in place of the one with its id when there is one. */
    async save(townKey: string, flowId: string, test: FlowTest, author: Author): Promise<StoredTest> {
      if (!(await replace(townKey, flowId, test, author))) {
        const row = { town: townKey, flowId, test, changedAt: author.at, changedBy: author.by }
        try {
          await Tests.create([{ _id: rowId(townKey, flowId, test.id), ...row }])
        } catch (error) {
          if (!isDuplicate(error)) throw error
          await replace(townKey, flowId, test, author) // somebody stored it a moment ago
        }
      }
      return { ...test, changedAt: author.at.toISOString(), changedBy: author.by }
    },

    /** Tells whether there was such a test. */
    async remove(townKey: string, flowId: string, id: string): Promise<boolean> {
      const { deletedCount } = await Tests.deleteOne({ _id: rowId(townKey, flowId, id) })
      return deletedCount > 0
    },

    async removeAll(townKey: string, flowId: string): Promise<void> {
      await Tests.deleteMany({ town: townKey, flowId })
    },
  }
}
