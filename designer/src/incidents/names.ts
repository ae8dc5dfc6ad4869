import { type IncidentSummary, textIn } from '@pregoner/shared'
import { useGeography } from '../api/geography.ts'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { addressOf } from './row-words.ts'
import { deskWords } from './words.ts'

/** Names of departments, people and categories in the language of the screens. */
export function useNames() {
  const town = useTown()
  const [language] = useLanguage()
  const t = useWords(deskWords)
  const districts = useGeography(town.key).data?.districts
  const nameOf = (list: { id: string; name: Parameters<typeof textIn>[0] }[], id: string) =>
    textIn(list.find(entry => entry.id === id)?.name, language, town.defaultLanguage) || id
  return {
    department: (id: string) => nameOf(town.departments, id),
    category: (id: string | null) => (id === null ? t('noCategory') : nameOf(town.categories, id)),
    /** Empty for a place in none, or in one that is not drawn any more. */
    district: (id: string | null) => districts?.find(district => district.id === id)?.name ?? '',
    person: (id: string) =>
      town.departments.flatMap(({ people }) => people).find(person => person.id === id)?.name ?? id,
  }
}

/** The place in a few words; null when nothing was said. */
export function placeInWords(place: IncidentSummary['place']): string | null {
  if (!place) return null
  const said = addressOf(place)
  if (said) return said
  if (place.latitude === null || place.longitude === null) return null
  return `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`
}
