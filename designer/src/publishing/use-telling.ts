import { type Change, describeChange, type TownData } from '@pregoner/shared'
import { useCallback } from 'react'
import { useFlows } from '../api/flows.ts'
import { useLanguage } from '../i18n/index.ts'

/** Puts a change in words of the screens' language, with the names of the town's things and of its other flows. */
export function useTelling(town: TownData): (change: Change) => string {
  const [language] = useLanguage()
  const { data: flows } = useFlows(town.key)
  return useCallback(
    change => describeChange(change, town, language, id => flows?.find(flow => flow.id === id)?.name),
    [town, language, flows],
  )
}
