import { type Language, normalize } from '@pregoner/shared'
import { type Row, type WordingState, wordingState } from './rows.ts'

export const filters = ['all', 'missing', 'too_long', 'changed'] as const
export type Filter = (typeof filters)[number]

/** What the rows are looked at by. */
export interface Look {
  filter: Filter
  search: string
  languages: readonly Language[]
  townName: string
  /** How the texts were published, by row; null without a published version, or while it is fetched. */
  published: ReadonlyMap<string, Row['values']> | null
  titleOf(row: Row): string
}

const states = new WeakMap<Row, Map<Language, WordingState>>()

/** Rows stay the same as long as their step does, so each is measured once. */
export function stateOf(row: Row, language: Language, townName: string): WordingState {
  const known = states.get(row) ?? new Map<Language, WordingState>()
  states.set(row, known)
  const state = known.get(language) ?? wordingState(row, language, townName)
  known.set(language, state)
  return state
}

const passes: { [Name in Filter]: (row: Row, look: Look) => boolean } = {
  all: () => true,
  missing: (row, { languages, townName }) => languages.some(code => stateOf(row, code, townName) === 'missing'),
  too_long: (row, { languages, townName }) =>
    languages.some(code => ['too_long', 'degrades'].includes(stateOf(row, code, townName))),
  changed(row, { languages, published }) {
    if (!published) return false
    const before = published.get(row.id)
    return languages.some(code => (row.values[code] ?? '') !== (before?.[code] ?? ''))
  },
}

export const countOf = (rows: readonly Row[], filter: Filter, look: Look): number =>
  rows.filter(row => passes[filter](row, look)).length

/** The ids of the rows to be shown, those with something missing first, each group as the drawing is read. */
export function shownIds(rows: readonly Row[], look: Look): string[] {
  const words = normalize(look.search).split(' ').filter(Boolean)
  const says = (row: Row) => {
    if (words.length === 0) return true
    const said = normalize([look.titleOf(row), ...Object.values(row.values)].join(' '))
    return words.every(word => said.includes(word))
  }
  const found = rows.filter(row => passes[look.filter](row, look) && says(row))
  const isMissing = (row: Row) => passes.missing(row, look)
  return [...found.filter(isMissing), ...found.filter(row => !isMissing(row))].map(({ id }) => id)
}
