import { type IncidentEntry, referenceLetters, type TrackedIncident, trackedSteps } from '@pregoner/shared'
import type { GeographyStore } from '../stores/geography-store.ts'
import type { IncidentRow } from '../stores/incident-rows.ts'
import type { PublicIncidentStore } from '../stores/public-incident-store.ts'
import type { TownStore } from '../stores/town-store.ts'

export interface TrackingDeps {
  towns: Pick<TownStore, 'get' | 'list'>
  publicIncidents: Pick<PublicIncidentStore, 'byReference'>
  geographies: Pick<GeographyStore, 'get'>
}

/** How what it was merged into went on since; nothing when it was not merged. */
async function stepsOfTheOther(
  { byReference }: TrackingDeps['publicIncidents'],
  { town, status, duplicateOf, entries }: IncidentRow,
): Promise<IncidentEntry[]> {
  const other = status === 'duplicate' && duplicateOf ? await byReference([town], duplicateOf.reference) : null
  const mergedAt = entries.findLast(entry => entry.status === 'duplicate')?.at ?? ''
  return other?.entries.filter(entry => entry.status !== null && entry.at > mergedAt) ?? []
}

/** What whoever holds a reference may know; null when it is none of ours. */
export async function trackIncident(
  { towns, publicIncidents, geographies }: TrackingDeps,
  reference: string,
): Promise<TrackedIncident | null> {
  const keys = (await towns.list()).map(({ key }) => key)
  const likely = keys.filter(key => reference.startsWith(`${referenceLetters(key)}-`))
  const row = likely.length > 0 ? await publicIncidents.byReference(likely, reference) : null
  const town = row && (await towns.get(row.town))
  if (!row || !town) return null
  const later = await stepsOfTheOther(publicIncidents, row)
  const { districts } = row.districtId ? await geographies.get(row.town) : { districts: [] }
  return {
    reference: row.reference,
    townName: town.name,
    language: town.defaultLanguage,
    status: later.at(-1)?.status ?? row.status,
    category: town.categories.find(({ id }) => id === row.category)?.name ?? null,
    department: town.departments.find(({ id }) => id === row.departmentId)?.name ?? null,
    area: districts.find(({ id }) => id === row.districtId)?.name ?? null,
    steps: trackedSteps([...row.entries, ...later], town.timeZone),
  }
}
