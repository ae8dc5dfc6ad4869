import { type Language, type TownData, textIn } from '@pregoner/shared'
import { Open311Error } from './open311-error.ts'

/** A town as one caller reads it. */
export interface Reading {
  town: TownData
  language: Language
}

/** A category of the town as a GeoReport service. Nothing more is asked for any of them, so `metadata` is false. */
const serviceOf = ({ town, language }: Reading, { id, name, departmentId }: TownData['categories'][number]) => {
  const words = textIn(name, language, town.defaultLanguage) || id
  const department = town.departments.find(each => each.id === departmentId)
  return {
    service_code: id,
    service_name: words,
    description: words,
    metadata: false,
    type: 'realtime',
    keywords: '',
    group: department ? textIn(department.name, language, town.defaultLanguage) : '',
  }
}

export const servicesOf = (reading: Reading) => reading.town.categories.map(category => serviceOf(reading, category))

/** The category of this service code; throws what the specification answers when there is none. */
export function categoryOf(town: TownData, code: string): TownData['categories'][number] {
  const category = town.categories.find(({ id }) => id === code)
  if (!category) throw new Open311Error(404, 'service_code provided was not found')
  return category
}

export const definitionOf = (town: TownData, code: string) => ({
  service_code: categoryOf(town, code).id,
  attributes: [] as never[],
})
