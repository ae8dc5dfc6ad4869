import type { InterfaceLanguage, TownData } from '@pregoner/shared'
import { departmentsOf, type Scope } from '../accounts/scope.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { DigestChoiceStore } from '../stores/digest-choice-store.ts'
import type { DigestStopStore } from '../stores/digest-stop-store.ts'
import type { Addressee } from '../stores/digest-store.ts'
import { languageOf } from './letter.ts'

/** Who gets a letter, of what, where and in which language. */
export interface Reader {
  addressee: Addressee
  to: string
  language: InterfaceLanguage
  /** What they may see, as it is now. */
  scope: Scope
}

/** The departments of a town that have an address. */
function departmentReaders(town: TownData): Reader[] {
  return town.departments.flatMap(({ id, email }) => {
    const scope: Scope = { townKey: town.key, role: 'agent', departments: [id], personId: '', personName: '' }
    return email ? [{ addressee: { departmentId: id }, to: email, language: languageOf(town), scope }] : []
  })
}

/** The people who have asked for a town's letter and may still see it: of their own departments, or of all. */
export async function peopleReaders(
  town: TownData,
  { people, digestChoices }: { people: Pick<AccountStore, 'byIds'>; digestChoices: DigestChoiceStore },
): Promise<(Reader & { name: string; personId: string })[]> {
  const choices = await digestChoices.wantedIn(town.key)
  const languages = new Map(choices.map(({ personId, language }) => [personId, language]))
  const known = new Set(town.departments.map(({ id }) => id))
  return (await people.byIds([...languages.keys()])).flatMap(({ id, name, email, parts, allTowns, isDisabled }) => {
    const part = parts.find(({ townKey }) => townKey === town.key)
    const role = allTowns ? 'administrator' : part?.role
    const departments = part?.departments.filter(one => known.has(one)) ?? []
    if (isDisabled || !role || (!allTowns && part?.isDisabled)) return []
    if (role === 'agent' && departments.length === 0) return []
    return {
      ...{
        addressee: { personId: id },
        personId: id,
        name,
        to: email,
        language: languages.get(id) ?? languageOf(town),
      },
      scope: { townKey: town.key, role, departments, personId: id, personName: name },
    }
  })
}

/** Whoever gets the letter of this one department at this address as their own. */
export const ownReaderOf = <One extends Reader>(people: readonly One[], departmentId: string, email: string) =>
  people.find(({ to, scope }) => {
    const departments = departmentsOf(scope)
    const isOfIt = departments?.length === 1 && departments[0] === departmentId
    return isOfIt && to.toLowerCase() === email.toLowerCase()
  })

/** Everybody who gets a letter of a town; nobody the same one twice because the department's address is their own. */
export async function readersOf(
  town: TownData,
  deps: Parameters<typeof peopleReaders>[1] & { digestStops: Pick<DigestStopStore, 'isStoppedIn'> },
): Promise<Reader[]> {
  const people = await peopleReaders(town, deps)
  const isStopped = await deps.digestStops.isStoppedIn(town.key)
  const departments = departmentReaders(town).filter(
    ({ to, scope }) => !scope.departments.some(id => ownReaderOf(people, id, to) || isStopped(id, to)),
  )
  return [...departments, ...people]
}
