import { useLanguage } from '../../i18n/index.ts'
import { valueName } from '../value-names.ts'

/** What a value is called on the screen; drawn again when the language changes. */
export function useVariableName(): (name: string) => string {
  useLanguage()
  return valueName
}
