import type { Broadcast } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { BroadcastRow } from './broadcast-store.ts'

type State = Broadcast['state']

export type BroadcastControlStore = ReturnType<typeof createBroadcastControlStore>

/** Holds what goes out, lets it go on and ends it. One write each, so that it stays so whatever dies. */
export function createBroadcastControlStore(connection: Connection) {
  const broadcasts = connection.collection<BroadcastRow>('broadcasts')

  async function move(townKey: string, id: string, from: State[], to: State, at: Date): Promise<boolean> {
    const end = to === 'stopped' ? { finishedAt: at } : {}
    const filter = { _id: id, town: townKey, state: { $in: from } }
    const change = { $set: { state: to, changedAt: at, ...end }, $inc: { rev: 1 } }
    return (await broadcasts.updateOne(filter, change)).modifiedCount === 1
  }

  return {
    /** Nobody else is handed over until it goes on. False when it is not on its way, like all here. */
    pause: (townKey: string, id: string, at: Date) => move(townKey, id, ['listing', 'sending'], 'paused', at),
    /** It goes on where it was: with the list, if that is not complete. */
    resume: (townKey: string, id: string, at: Date) => move(townKey, id, ['paused'], 'listing', at),
    /** It ends; whoever was not handed over gets nothing. */
    stop: (townKey: string, id: string, at: Date) => move(townKey, id, ['listing', 'sending', 'paused'], 'stopped', at),

    /** As it stands now, for whoever is sending it. */
    async stateOf(id: string): Promise<State | null> {
      return (await broadcasts.findOne({ _id: id }, { projection: { state: 1 } }))?.state ?? null
    },
  }
}
