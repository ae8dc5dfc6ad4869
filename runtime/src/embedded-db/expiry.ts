import { removeDocument } from './collection.ts'
import type { Database } from './database.ts'
import { findDocuments } from './query.ts'

/** Removes the documents whose time is up, as a TTL index says; only dates expire. */
export function removeExpired(database: Database, now: Date): number {
  let removed = 0
  for (const collection of database.collections.values()) {
    for (const { fields, expireAfterSeconds, partialFilter } of collection.indexes) {
      if (expireAfterSeconds === undefined) continue
      const expired = { $lte: new Date(now.getTime() - expireAfterSeconds * 1000) }
      const ofField = { [fields[0]!.path]: expired }
      const filter = partialFilter ? { $and: [ofField, partialFilter] } : ofField
      for (const stored of findDocuments(collection, { filter })) {
        removeDocument(collection, stored)
        removed++
      }
    }
  }
  return removed
}
