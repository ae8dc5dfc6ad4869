import { expect, test } from 'vitest'
import { smallTown } from '../../test/transcripts/nodes/small-town.ts'
import { asksForRight, topicRequest } from './topic-request.ts'
import type { TownData } from './town.ts'

const town: TownData = {
  ...smallTown,
  topics: [
    { id: 'news', name: { ca: 'Notícies', es: 'Noticias' } },
    { id: 'rain', name: { ca: 'Protecció civil' }, number: 7, words: { ca: ['aiguats'] } },
    { id: 'school', name: { ca: 'Escoles' }, number: 2 },
  ],
  words: { join: { ca: ['alta', 'dóna’m d’alta'] } },
}

test.each([
  ['ALTA 7', 'join rain'],
  ['alta, 07!', 'join rain'],
  ['Dona’m d’alta notícies', 'join news'],
  ['alta noticias', 'join news'],
  ['alta AIGUATS', 'join rain'],
  ['alta 2', 'join school'],
  ['alta 1', 'join news'],
  ['alta 99', 'join ?'],
  ['baixa 7', 'leave rain'],
  ['unsubscribe aiguats', 'leave rain'],
  ['stop 2', 'leave school'],
  ['alta 600 123 123', null],
  ['alta del padró', null],
  ['baixa pressió d’aigua', null],
  ['baixa 99', null],
  ['altaveus 7', null],
  ['alta', null],
])('%s', (text, expected) => {
  const request = topicRequest(town, text)
  expect(request && `${request.action} ${request.topic?.id ?? '?'}`).toBe(expected)
})

test('a town without topics or without a word for joining has nothing to answer', () => {
  expect(topicRequest({ ...town, topics: [] }, 'alta 7')).toBeNull()
  expect(topicRequest({ ...town, words: {} }, 'alta 7')).toBeNull()
})

test('leaving is everybody’s right, joining is not', () => {
  expect(['baixa', 'baixa 7', 'alta 7', 'hola'].map(text => asksForRight(town, text))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
