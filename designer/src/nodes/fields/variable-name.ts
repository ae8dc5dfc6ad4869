import { builtInNames } from '@pregoner/shared'
import { useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'

type BuiltIn = (typeof builtInNames)[number]
const isBuiltIn = (name: string): name is BuiltIn => builtInNames.some(known => known === name)

/** What a value is called on the screen: "contact's name"; an answer by its own name. */
export function useVariableName(): (name: string) => string {
  const t = useWords(nodeWords)
  return name => (isBuiltIn(name) ? t(`variable.${name}`) : name)
}
