import { type ChannelTemplate, templatePlaces, windowTemplate } from '@pregoner/shared'

const MAX_PLACES = 4

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

const isNumbered = (text: string) => templatePlaces(text).every(name => /^\d+$/.test(name))
const isApproved = ({ state }: ChannelTemplate) => state === 'APPROVED'
const hasOurCode = ({ language }: ChannelTemplate) => windowTemplate.shape.languages.safeParse([language]).success

function offer(name: string, versions: ChannelTemplate[], maxPlaces: number): OfferedTemplate {
  const sendable = versions.filter(version => isApproved(version) && hasOurCode(version))
  const plain = sendable.filter(({ needsMore }) => !needsMore)
  const numbered = plain.filter(({ text }) => isNumbered(text))
  const [first] = numbered
  const places = first ? templatePlaces(first.text).length : 0
  const approved = numbered.filter(({ text }) => templatePlaces(text).length === places)
  const offered = { name, versions, approved, places }
  if (sendable.length === 0) return { ...offered, fault: 'notApproved' }
  if (plain.length === 0) return { ...offered, fault: 'needsMore' }
  if (numbered.length === 0) return { ...offered, fault: 'namedPlaces' }
  return { ...offered, fault: places > maxPlaces ? 'tooManyPlaces' : null }
}

/** The account's templates by name, those that may be chosen first; of languages the town's own first. */
export function offeredTemplates(
  templates: readonly ChannelTemplate[],
  townLanguage: string,
  maxPlaces: number = MAX_PLACES,
): OfferedTemplate[] {
  const isTowns = ({ language }: ChannelTemplate) => language.split('_')[0] === townLanguage
  const byName = new Map<string, ChannelTemplate[]>()
  for (const template of templates.toSorted((one, other) => Number(isTowns(other)) - Number(isTowns(one))))
    byName.set(template.name, [...(byName.get(template.name) ?? []), template])
  return [...byName]
    .map(([name, versions]) => offer(name, versions, maxPlaces))
    .toSorted(
      (one, other) => Number(one.fault !== null) - Number(other.fault !== null) || one.name.localeCompare(other.name),
    )
}
