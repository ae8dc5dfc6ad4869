import { languageCodes, type StatisticsQuery, statisticsPeriods, statisticsQuery } from '@pregoner/shared'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

const names = ['period', 'from', 'to', 'department', 'category', 'neighbourhood', 'language'] as const
type Asked = { [Name in keyof StatisticsQuery]?: StatisticsQuery[Name] | undefined }

/** What the address asks for; without a period it is the last week. `isRight` is false for dates that make no period. */
export function readAsked(search: URLSearchParams): { query: StatisticsQuery; isRight: boolean } {
  const value = (name: (typeof names)[number]) => search.get(name) || undefined
  const period = statisticsPeriods.find(known => known === value('period')) ?? '7d'
  const query: StatisticsQuery = {
    period,
    ...(period === 'own' && { from: value('from'), to: value('to') }),
    department: value('department'),
    category: value('category'),
    neighbourhood: value('neighbourhood'),
    language: languageCodes.find(code => code === value('language')),
  }
  return { query, isRight: statisticsQuery.safeParse(query).success }
}

/** What is asked for, kept in the address, so that a link or a reload shows the same figures. */
export function useAsked() {
  const [search, setSearch] = useSearchParams()
  const asked = useMemo(() => readAsked(search), [search])
  const change = (changed: Asked) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before)
        for (const name of names) {
          if (!(name in changed)) continue
          const value = changed[name]
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  return { ...asked, change }
}
