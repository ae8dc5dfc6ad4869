import type { Exclusion, Segment, TownData } from '@pregoner/shared'
import { normalize } from '@pregoner/shared'
import { neighbourhoodOf } from '../statistics/neighbourhood.ts'
import type { AudienceStore, Reader, ReaderPage } from '../stores/audience-store.ts'

const DAY_MS = 86_400_000

/** Whether any of the wanted words is the one said; nothing wanted is anything. */
const isAmong = (wanted: readonly string[], said: string | null): boolean =>
  wanted.length === 0 || (said !== null && wanted.some(each => normalize(each) === normalize(said)))

/** Whether a segment means this person. With topics it means their subscribers; without, everybody who ever wrote. */
export function isMeant(reader: Reader, segment: Segment, now: Date): boolean {
  const { topicIds, languages, neighbourhoods, labels, field, activeDays } = segment
  const { contact, lastInAt } = reader
  if (topicIds.length > 0 && !topicIds.some(id => reader.topicIds.includes(id))) return false
  if (languages.length > 0 && !languages.includes(reader.language)) return false
  if (neighbourhoods.length > 0 && !isAmong(neighbourhoods, neighbourhoodOf(contact.fields))) return false
  if (
    labels.length > 0 &&
    !labels.some(label => isAmong([label], contact.labels.find(own => normalize(own) === normalize(label)) ?? null))
  )
    return false
  if (field) {
    const value = Object.hasOwn(contact.fields, field.name) ? contact.fields[field.name] : undefined
    if (value === undefined || value === null || typeof value === 'object' || !isAmong([field.value], String(value)))
      return false
  }
  return activeDays === null || (lastInAt !== null && now.getTime() - lastInAt.getTime() <= activeDays * DAY_MS)
}

/** Why this person gets nothing; null when they do. A template reaches those whose 24-hour window has closed, too. */
export function exclusionOf(reader: Reader, topicIds: readonly string[], hasTemplate: boolean): Exclusion | null {
  const isSubscribed =
    topicIds.length === 0 ? reader.topicIds.length > 0 : topicIds.some(id => reader.topicIds.includes(id))
  if (!isSubscribed) return 'no_consent'
  if (reader.isBlocked) return 'blocked'
  return reader.isWindowClosed && !hasTemplate ? 'window_closed' : null
}

/** Somebody a segment means; `excluded` says why they get nothing all the same. */
export interface Meant {
  reader: Reader
  excluded: Exclusion | null
}

/** Whom a notice is for; `hasTemplate` says whether whoever's 24-hour window has closed gets something. */
export interface Reached {
  segment: Segment
  hasTemplate: boolean
}

/** Some people that a segment means; `addresses` tells how many subscribed addresses were looked at. */
export interface MeantPage extends Omit<ReaderPage, 'readers'> {
  meant: Meant[]
  addresses: number
}

/** Everybody a segment means, page by page: however many they are, a few hundred are in memory. */
export async function* meantBy(
  audiences: Pick<AudienceStore, 'pages'>,
  town: TownData,
  channelIds: readonly string[],
  { segment, hasTemplate }: Reached,
  now: Date,
  behind: string | null = null,
): AsyncGenerator<MeantPage> {
  for await (const { readers, ...page } of audiences.pages(town, channelIds, now, behind)) {
    const meant: Meant[] = []
    let addresses = 0
    for (const { reader, addresses: own } of readers) {
      const excluded = exclusionOf(reader, segment.topicIds, hasTemplate)
      if (excluded !== 'no_consent') addresses += own.length
      if (isMeant(reader, segment, now)) meant.push({ reader, excluded })
    }
    yield { ...page, meant, addresses }
  }
}
