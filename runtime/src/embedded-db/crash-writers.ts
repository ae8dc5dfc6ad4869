import { writeSync } from 'node:fs'
import { mongo } from 'mongoose'
import { startEmbeddedDatabase } from './start.ts'

// Run by the crash test in a process of its own: sixteen writers that tell each acknowledged write, until killed.
const WRITERS = 16
const [, , dataDir = '', round = ''] = process.argv

const { uri } = await startEmbeddedDatabase(dataDir)
const client = await new mongo.MongoClient(uri, { maxPoolSize: WRITERS }).connect()
const records = client.db().collection<{ _id: string; n: number }>('records')

async function write(writer: number): Promise<void> {
  for (let n = 0; ; n++) {
    const _id = `${round}-${writer}-${n}`
    await records.insertOne({ _id, n: 0 })
    writeSync(1, `${_id} 0\n`)
    await records.updateOne({ _id }, { $inc: { n: 1 } })
    writeSync(1, `${_id} 1\n`)
  }
}

await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
