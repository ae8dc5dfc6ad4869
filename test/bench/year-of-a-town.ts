// Puts a year of a busy town into an empty data folder; a process of its own, so that what it leaves in memory is gone.
import { join } from 'node:path'
import { startEmbeddedDatabase } from '@pregoner/runtime'
import { createConnection } from 'mongoose'
import { randomRows, storeRows } from '../random-town.ts'

const EVENTS = 100_000
const AT_ONCE = 5_000

const [, , dataDir = '', until = ''] = process.argv
const database = await startEmbeddedDatabase(join(dataDir, 'database'))
const connection = await createConnection(database.uri).asPromise()
const rows = randomRows({ seed: 7, town: 'vila', until: new Date(until), days: 365, events: EVENTS })
for (let at = 0; at < EVENTS; at += AT_ONCE) {
  const part = <Row>(its: Row[]) => its.slice(at, at + AT_ONCE)
  const { events, sends, incidents, subscriptions } = rows
  await storeRows(connection, {
    ...{ events: part(events), sends: part(sends), incidents: part(incidents), subscriptions: part(subscriptions) },
  })
}
await connection.close()
await database.close()
