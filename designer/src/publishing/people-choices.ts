import type { Change, InsideStep, PeopleMove } from '@pregoner/shared'
import { isFelt, stepOf } from '@pregoner/shared'

/** People who wait at one step, whatever version they are in. */
export interface InsidePlace {
  node: string
  people: number
  unreachable: number
  /** How the step differs from what they know. */
  state: 'gone' | 'changed' | 'same'
}

/** What becomes of the people of a step. */
export interface Choice {
  what: PeopleMove['what']
  to?: string
}

export const stays: Choice = { what: 'finish' }

/** How each version that people are in differs from the drawing. */
export type ChangesByVersion = ReadonlyMap<number, readonly Change[]>

function stateOf(node: string, changes: readonly Change[]): InsidePlace['state'] {
  const own = changes.filter(change => stepOf(change)?.id === node)
  if (own.some(({ kind }) => kind === 'step_removed')) return 'gone'
  return own.some(isFelt) ? 'changed' : 'same'
}

const rank = { gone: 0, changed: 1, same: 2 }

/** Where people wait, those of steps that are gone or changed first, and more people before fewer. */
export function insidePlaces(inside: readonly InsideStep[], changes: ChangesByVersion): InsidePlace[] {
  const places = new Map<string, InsidePlace>()
  for (const { version, node, people, unreachable } of inside) {
    const state = stateOf(node, changes.get(version) ?? [])
    const before = places.get(node) ?? { node, people: 0, unreachable: 0, state: 'same' as const }
    places.set(node, {
      node,
      people: before.people + people,
      unreachable: before.unreachable + unreachable,
      state: rank[state] < rank[before.state] ? state : before.state,
    })
  }
  return [...places.values()].toSorted((a, b) => rank[a.state] - rank[b.state] || b.people - a.people)
}

/** What publishing is told: only of those who do not simply finish. `rest` is for all steps that do not change. */
export function movesOf(
  places: readonly InsidePlace[],
  choices: ReadonlyMap<string, Choice>,
  rest: PeopleMove['what'],
): PeopleMove[] {
  return places.flatMap(({ node, state }): PeopleMove[] => {
    const own: Choice = state === 'same' ? { what: rest, to: node } : (choices.get(node) ?? stays)
    if (own.what === 'restart') return [{ node, what: 'restart' }]
    return own.what === 'move' && own.to !== undefined ? [{ node, what: 'move', to: own.to }] : []
  })
}

/** Whether somebody is to go on at a step that nobody has chosen. */
export const isUndecided = (choices: ReadonlyMap<string, Choice>): boolean =>
  [...choices.values()].some(({ what, to }) => what === 'move' && to === undefined)
