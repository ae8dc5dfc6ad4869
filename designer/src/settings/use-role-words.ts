import { type TownPerson, textIn } from '@pregoner/shared'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { peopleWords } from './words/people.ts'

/** What a role lets somebody do, and for agents where. */
export function useRoleWords() {
  const t = useWords(peopleWords)
  const town = useTown()
  const [language] = useLanguage()
  return (role: TownPerson['role'], departments: readonly string[]) => {
    if (role !== 'agent') return t(role)
    const names = town.departments
      .filter(({ id }) => departments.includes(id))
      .map(({ name }) => textIn(name, language, town.defaultLanguage))
    return `${t('agent')}: ${names.join(', ') || t('noDepartments')}`
  }
}
