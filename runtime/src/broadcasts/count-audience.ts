import {
  type Audience,
  type AudienceQuestion,
  type Language,
  priceOf,
  type Rate,
  type Segment,
  type TownData,
} from '@pregoner/shared'
import { countryOf } from '../statistics/country-of.ts'
import type { AudienceStore } from '../stores/audience-store.ts'
import { meantBy } from './meant.ts'

/** How many a segment reaches now, who of those it means gets nothing and why, and what sending to them costs. */
export async function countAudience(
  audiences: AudienceStore,
  town: TownData,
  channelIds: readonly string[],
  { segment, template }: AudienceQuestion,
  now: Date,
): Promise<Audience> {
  const excluded = { no_consent: 0, blocked: 0, window_closed: 0, never_wrote: 0 }
  const languages = new Map<Language, number>()
  const countries = { utility: new Map<string, number>(), marketing: new Map<string, number>() }
  let reached = 0
  let byTemplate = 0
  let addresses = 0
  const asked = { segment, hasTemplate: template !== null }
  for await (const page of meantBy(audiences, town, channelIds, asked, now)) {
    addresses += page.addresses
    for (const { reader, excluded: reason } of page.meant) {
      if (reason) {
        excluded[reason] += 1
        continue
      }
      reached += 1
      languages.set(reader.language, (languages.get(reader.language) ?? 0) + 1)
      if (reader.channelKind === 'webchat') continue
      const country = countryOf(reader.address) ?? ''
      const rate: Rate = reader.isWindowClosed ? (template ?? 'utility') : 'utility'
      if (reader.isWindowClosed) byTemplate += 1
      countries[rate].set(country, (countries[rate].get(country) ?? 0) + 1)
    }
  }
  // Nothing else is known of whoever has never written, so that they are meant by their topics alone.
  if (isByTopicAlone(segment)) {
    const all = await audiences.subscribedAddresses(town.key, segment.topicIds)
    excluded.never_wrote = Math.max(0, all - addresses)
  }
  return { reached, byTemplate, excluded, languages: Object.fromEntries(languages), ...priced(countries, town) }
}

const isByTopicAlone = ({ languages, neighbourhoods, labels, field, activeDays }: Segment): boolean =>
  languages.length + neighbourhoods.length + labels.length === 0 && field === null && activeDays === null

function priced(
  countries: { [Kind in Rate]: ReadonlyMap<string, number> },
  { tariff }: TownData,
): Pick<Audience, 'price' | 'priced' | 'unpriced'> {
  let amount = 0
  let known = 0
  let unpriced = 0
  for (const kind of ['utility', 'marketing'] as const) {
    for (const [country, messages] of countries[kind]) {
      const price = priceOf(messages, tariff, country, kind)
      if (price) {
        amount += price.amount
        known += messages
      } else unpriced += messages
    }
  }
  const price = tariff && { amount: Number(amount.toFixed(6)), currency: tariff.currency }
  return { price: price ?? null, priced: known, unpriced }
}
