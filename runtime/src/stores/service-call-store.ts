import type { EffectOf } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'

/** One call of an outside service that a step has asked for. */
export interface ServiceCall {
  _id: string
  town: string
  convId: string
  channelId: string
  call: EffectOf<'call_service'>
  st: 'queued' | 'done'
  attempts: number
  nextAt: Date
}

export const serviceCallIndexes = [
  { key: { st: 1, nextAt: 1 }, partialFilterExpression: { st: 'queued' } },
  { key: { convId: 1 } },
  { key: { town: 1, nextAt: 1 } },
] as const

export type ServiceCallStore = ReturnType<typeof createServiceCallStore>

export function createServiceCallStore(connection: Connection) {
  const calls = connection.collection<ServiceCall>('service_calls')
  return {
    insert: (records: readonly ServiceCall[]): Promise<void> =>
      insertIfAbsent(() => calls.insertMany([...records], { ordered: false })),

    /** Takes one call that is due and keeps it from others until `until`; null when there is none. */
    claim: (now: Date, until: Date): Promise<ServiceCall | null> =>
      calls.findOneAndUpdate(
        { st: 'queued', nextAt: { $lte: now } },
        { $set: { nextAt: until }, $inc: { attempts: 1 } },
        { sort: { nextAt: 1 }, returnDocument: 'after' },
      ),

    async done(id: string): Promise<void> {
      await calls.updateOne({ _id: id }, { $set: { st: 'done' } })
    },
  }
}
