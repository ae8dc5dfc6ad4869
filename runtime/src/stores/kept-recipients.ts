import type { Connection } from 'mongoose'
import { isDuplicate } from './duplicate.ts'
import type { Recipient } from './recipient-store.ts'

/** How many people a notice was for, once nobody knows any more who they were. */
export interface KeptFigures {
  /** The broadcast's. */
  _id: string
  town: string
  recipients: number
  /** Of these, who wanted no more notices by then. */
  left: number
}

const COLLECTION = 'broadcast_figures'

/** Counts a notice's list for good; to be done before the first of it goes. Doing it again changes nothing. */
export async function keepFigures(connection: Connection, town: string, broadcastId: string): Promise<void> {
  const figures = connection.collection<KeptFigures>(COLLECTION)
  if (await figures.findOne({ _id: broadcastId })) return
  const list = connection.collection<Recipient>('broadcast_recipients')
  const [recipients, left] = await Promise.all([
    list.countDocuments({ broadcastId }),
    list.countDocuments({ broadcastId, st: 'left' }),
  ])
  try {
    await figures.insertOne({ _id: broadcastId, town, recipients, left })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}

/** Null while the list itself is there to be counted. */
export const keptFigures = (connection: Connection, broadcastId: string): Promise<KeptFigures | null> =>
  connection.collection<KeptFigures>(COLLECTION).findOne({ _id: broadcastId })
