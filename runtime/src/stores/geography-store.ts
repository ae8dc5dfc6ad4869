import type { Geography, Place } from '@pregoner/shared'
import { noGeography } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { createLocator, type Located } from '../geography/locate.ts'

const FRESH_MS = 30_000 // another process may have put another geography in place
const MAX_TOWNS_KEPT = 50

type GeographyRow = Geography & { _id: string }

export type GeographyStore = ReturnType<typeof createGeographyStore>

/** Districts and streets, one document a town. */
export function createGeographyStore(connection: Connection, now: () => Date) {
  const geographies = connection.collection<GeographyRow>('geographies')
  const locators = new Map<string, { locate: ReturnType<typeof createLocator>; readAt: number }>()

  /** A town that has told nothing yet has none of either. */
  async function get(townKey: string): Promise<Geography> {
    const row = await geographies.findOne({ _id: townKey })
    return row ? { districts: row.districts, streets: row.streets } : noGeography
  }

  return {
    get,

    async save(townKey: string, { districts, streets }: Geography): Promise<void> {
      await geographies.replaceOne({ _id: townKey }, { districts, streets }, { upsert: true })
      locators.delete(townKey)
    },

    /** Where a place of this town is. */
    async locate(townKey: string, place: Place | null): Promise<Located> {
      const known = locators.get(townKey)
      if (known && now().getTime() - known.readAt < FRESH_MS) return known.locate(place)
      const locate = createLocator(await get(townKey))
      if (locators.size >= MAX_TOWNS_KEPT) locators.clear()
      locators.set(townKey, { locate, readAt: now().getTime() })
      return locate(place)
    },
  }
}
