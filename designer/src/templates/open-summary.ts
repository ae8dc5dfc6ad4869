import { emptyFlow, type Flow, type InterfaceLanguage, type Language, type TownData } from '@pregoner/shared'
import { translate } from '../i18n/index.ts'
import { drawnFor, withTemplate } from './drawn-for.ts'
import { titleOfFillIn } from './fill-ins.ts'
import { openChoices, openValues } from './open-places.ts'
import type { Template } from './template.ts'
import { galleryWords } from './words/gallery.ts'

/** A flow made of a template alone, as this town would begin with it. */
export function flowOf(
  template: Template,
  town: TownData,
  languages: readonly Language[],
  screenLanguage: InterfaceLanguage,
): Flow {
  const empty = emptyFlow('preview', town.name, [...languages])
  return withTemplate(empty, drawnFor(template, { town, languages, screenLanguage }))
}

const kinds = ['department', 'table', 'calendar', 'topic'] as const

/** What an officer has to fill in before publishing, in words; what hangs on another choice is not told twice. */
export function openSummary(flow: Flow, town: TownData, screenLanguage: InterfaceLanguage): string[] {
  const choices = openChoices(flow, town)
  return [
    ...kinds.flatMap(kind => {
      const count = choices.filter(choice => choice.kind === kind).length
      return count === 0 ? [] : [translate(galleryWords, `kind.${kind}`, { count })]
    }),
    ...openValues(flow)
      .filter(({ key }) => key !== 'rows')
      .map(({ key, called }) => (key === null ? called : titleOfFillIn(key, screenLanguage))),
  ]
}
