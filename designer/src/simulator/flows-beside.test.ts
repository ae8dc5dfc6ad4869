import { emptyFlow, type Flow } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { calledBy, flowsBeside, unpublishedAmong } from './flows-beside.ts'

const drawn = (id: string, name: string, calls: string[] = []): Flow => ({
  ...emptyFlow(id, name, ['ca']),
  nodes: calls.map(flowId => ({ id: `run-${flowId}`, type: 'subflow', position: { x: 0, y: 0 }, config: { flowId } })),
})

test('what is published is played, and a drawing in its stead only where one is given', () => {
  const published = [drawn('open', 'as published'), drawn('inner', 'as published'), drawn('other', 'as published')]
  const names = (drawings: Flow[]) => flowsBeside('open', published, drawings).map(({ id, name }) => `${id} ${name}`)
  expect(names([])).toEqual(['inner as published', 'other as published'])
  expect(names([drawn('inner', 'as drawn')])).toEqual(['inner as drawn', 'other as published'])
})

test('only flows that are called, and differ from what is published, are told of', () => {
  const called = calledBy(drawn('open', 'Open', ['same', 'changed', 'fresh', '']))
  const beside = [
    { id: 'same', name: 'Same', isPublished: true, isChanged: false },
    { id: 'changed', name: 'Changed', isPublished: true, isChanged: true },
    { id: 'fresh', name: 'Fresh', isPublished: false, isChanged: true },
    { id: 'elsewhere', name: 'Elsewhere', isPublished: false, isChanged: true },
  ]
  expect(unpublishedAmong(called, beside).map(({ id }) => id)).toEqual(['changed', 'fresh'])
})
