import { referenceLetters, type TrackedIncident, trackedSteps } from '@pregoner/shared'
import type { PublicIncidentStore } from '../stores/public-incident-store.ts'
import type { TownStore } from '../stores/town-store.ts'

export interface TrackingDeps {
  towns: Pick<TownStore, 'get' | 'list'>
  publicIncidents: Pick<PublicIncidentStore, 'byReference'>
}

/** What whoever holds a reference may know; null when it is none of ours. */
export async function trackIncident(
  { towns, publicIncidents }: TrackingDeps,
  reference: string,
): Promise<TrackedIncident | null> {
  const keys = (await towns.list()).map(({ key }) => key)
  const likely = keys.filter(key => reference.startsWith(`${referenceLetters(key)}-`))
  const row = likely.length > 0 ? await publicIncidents.byReference(likely, reference) : null
  const town = row && (await towns.get(row.town))
  if (!row || !town) return null
  return {
    reference: row.reference,
    townName: town.name,
    language: town.defaultLanguage,
    status: row.status,
    category: town.categories.find(({ id }) => id === row.category)?.name ?? null,
    department: town.departments.find(({ id }) => id === row.departmentId)?.name ?? null,
    area: null,
    steps: trackedSteps(row.entries, town.timeZone),
  }
}
