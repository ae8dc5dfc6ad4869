import { type Change, difference, type Flow, type TownData } from '@pregoner/shared'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type InsidePlace, insidePlaces } from './people-choices.ts'
import { useInside, versionQuery } from './publication-api.ts'

interface Inside {
  places: readonly InsidePlace[]
  /** Steps of older versions, for the names of those that are gone. */
  older: readonly Flow[]
}

/** Where people wait now, and whether their step differs in `flow`; undefined until that is known. */
export function useInsidePlaces(town: TownData, flow: Flow, isPublished: boolean): Inside | undefined {
  const inside = useInside(town.key, flow.id, isPublished)
  const versions = [...new Set((inside.data ?? []).map(({ version }) => version))]
  const drawings = useQueries({
    queries: versions.map(version => versionQuery(town.key, flow.id, version)),
    combine: results => results.flatMap(({ data }) => (data ? [data] : [])),
  })
  const isKnown = inside.data !== undefined && drawings.length === versions.length
  return useMemo(() => {
    if (!isPublished) return { places: [], older: [] }
    if (!isKnown || !inside.data) return undefined
    const changes = new Map<number, readonly Change[]>(
      drawings.map(({ version, flow: drawn }) => [version.version, difference(drawn, flow)]),
    )
    return { places: insidePlaces(inside.data, changes), older: drawings.map(({ flow: drawn }) => drawn) }
  }, [isPublished, isKnown, inside.data, drawings, flow])
}
