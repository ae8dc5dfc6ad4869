import { type ChannelTemplate, windowTemplate } from '@pregoner/shared'

const MAX_PLACES = 4
const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g

/** Why a template cannot ask a citizen to reply. */
export type TemplateFault = 'notApproved' | 'needsMore' | 'namedPlaces' | 'tooManyPlaces'

/** A template of the account in all its languages. */
export interface OfferedTemplate {
  name: string
  versions: ChannelTemplate[]
  /** Those that can be sent as they are: approved, and all with as many places. */
  approved: ChannelTemplate[]
  places: number
  fault: TemplateFault | null
}

const placesIn = (text: string): string[] => [...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name))]
const isNumbered = (text: string) => placesIn(text).every(name => /^\d+$/.test(name))
const isApproved = ({ state }: ChannelTemplate) => state === 'APPROVED'
const hasOurCode = ({ language }: ChannelTemplate) => windowTemplate.shape.languages.safeParse([language]).success

function offer(name: string, versions: ChannelTemplate[]): OfferedTemplate {
  const sendable = versions.filter(version => isApproved(version) && hasOurCode(version))
  const plain = sendable.filter(({ needsMore }) => !needsMore)
  const numbered = plain.filter(({ text }) => isNumbered(text))
  const [first] = numbered
  const places = first ? placesIn(first.text).length : 0
  const approved = numbered.filter(({ text }) => placesIn(text).length === places)
  const offered = { name, versions, approved, places }
  if (sendable.length === 0) return { ...offered, fault: 'notApproved' }
  if (plain.length === 0) return { ...offered, fault: 'needsMore' }
  if (numbered.length === 0) return { ...offered, fault: 'namedPlaces' }
  return { ...offered, fault: places > MAX_PLACES ? 'tooManyPlaces' : null }
}

/** The account's templates by name, those that may be chosen first; of languages the town's own first. */
export function offeredTemplates(templates: readonly ChannelTemplate[], townLanguage: string): OfferedTemplate[] {
  const isTowns = ({ language }: ChannelTemplate) => language.split('_')[0] === townLanguage
  const byName = new Map<string, ChannelTemplate[]>()
  for (const template of templates.toSorted((one, other) => Number(isTowns(other)) - Number(isTowns(one))))
    byName.set(template.name, [...(byName.get(template.name) ?? []), template])
  return [...byName]
    .map(([name, versions]) => offer(name, versions))
    .toSorted(
      (one, other) => Number(one.fault !== null) - Number(other.fault !== null) || one.name.localeCompare(other.name),
    )
}

/** A template's text taken apart at its places; every second part is the number of one, counted from 1. */
export const partsOf = (text: string): string[] => text.split(PLACE)
