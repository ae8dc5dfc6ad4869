import type { Change, InsideStep } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { type Choice, insidePlaces, isUndecided, movesOf } from './people-choices.ts'

const step = (id: string) => ({ id, type: 'menu', name: id, text: {}, department: null })
const gone = (id: string): Change => ({ kind: 'step_removed', step: step(id) })
const retyped = (id: string): Change => ({ kind: 'step_retyped', step: step(id), before: 'message' })
const renamed = (id: string): Change => ({ kind: 'step_renamed', step: step(id), before: '', after: id })
const at = (version: number, node: string, people: number, unreachable = 0): InsideStep => ({
  version,
  node,
  people,
  unreachable,
})

const changes = new Map<number, Change[]>([
  [1, [gone('old'), retyped('menu')]],
  [2, [renamed('name')]],
])
const places = insidePlaces([at(1, 'name', 9), at(1, 'old', 1), at(1, 'menu', 2, 1), at(2, 'menu', 3)], changes)

test('people are put together by step, those whose step is gone or changes first', () => {
  expect(places).toEqual([
    { node: 'old', people: 1, unreachable: 0, state: 'gone' },
    { node: 'menu', people: 5, unreachable: 1, state: 'changed' },
    { node: 'name', people: 9, unreachable: 0, state: 'same' },
  ])
})

describe('publishing is told', () => {
  test('nothing while everybody finishes', () => {
    expect(movesOf(places, new Map(), 'finish')).toEqual([])
  })

  test('who goes where and who begins again', () => {
    const choices = new Map<string, Choice>([
      ['old', { what: 'restart' }],
      ['menu', { what: 'move', to: 'topics' }],
    ])
    expect(movesOf(places, choices, 'finish')).toEqual([
      { node: 'old', what: 'restart' },
      { node: 'menu', what: 'move', to: 'topics' },
    ])
  })

  test('that the others go on at the step they are at', () => {
    expect(movesOf(places, new Map(), 'move')).toEqual([{ node: 'name', what: 'move', to: 'name' }])
  })
})

test('a move without a step is not decided', () => {
  expect(isUndecided(new Map([['menu', { what: 'move' }]]))).toBe(true)
  expect(isUndecided(new Map([['menu', { what: 'move', to: 'menu' }]]))).toBe(false)
})
