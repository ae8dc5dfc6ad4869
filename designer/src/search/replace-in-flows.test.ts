import { emptyFlow, type Flow, type FlowDraft, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { findHits } from './find-texts.ts'
import { replaceInFlows, type SaveResult, takeBackInFlows } from './replace-in-flows.ts'

const draft = (id: string, words: string): FlowDraft => {
  const config = { ...nodeDefinition('message')?.blank, text: { ca: words } }
  const flow: Flow = {
    ...emptyFlow(id, `Flux ${id}`, ['ca']),
    nodes: [{ id: 'a', type: 'message', position: { x: 0, y: 0 }, config }],
  }
  return { flow, rev: 3, publishedVersion: null, changedAt: '', changedBy: '' }
}
const drafts = [draft('one', 'El batlle parla'), draft('two', 'La batllessa i el batlle'), draft('three', 'Res')]
const query = { words: 'batlle', matchCase: false, wholeWords: true, language: null }
const hits = new Map(drafts.map(({ flow }) => [flow.id, findHits(flow, query).hits]))
const wordsOf = (flow: Flow) => flow.nodes[0]?.config.text

const store = (answers: { [id: string]: SaveResult } = {}) => {
  const saved = new Map<string, [unknown, number]>()
  const save = async (flow: Flow, rev: number): Promise<SaveResult> => {
    const answer = answers[flow.id] ?? { kind: 'saved', rev: rev + 1 }
    if (answer.kind === 'saved') saved.set(flow.id, [wordsOf(flow), rev])
    return answer
  }
  return { saved, save }
}

test('flows are saved on the rev they were read with; those without a hit are not touched', async () => {
  const { saved, save } = store()
  const progress: number[] = []
  const outcomes = await replaceInFlows({
    drafts,
    hits,
    replacement: 'alcalde',
    save,
    onProgress: done => progress.push(done),
  })
  expect(outcomes.map(({ kind, id }) => [id, kind])).toEqual([
    ['one', 'replaced'],
    ['two', 'replaced'],
  ])
  expect(Object.fromEntries(saved)).toEqual({
    one: [{ ca: 'El alcalde parla' }, 3],
    two: [{ ca: 'La batllessa i el alcalde' }, 3],
  })
  expect(progress).toEqual([1, 2, 2])

  expect(await takeBackInFlows(outcomes, save)).toMatchObject({
    back: [
      [drafts[0]?.flow, 5],
      [drafts[1]?.flow, 5],
    ],
    left: [],
  })
  expect(saved.get('one')).toEqual([{ ca: 'El batlle parla' }, 4])
})

test('a flow somebody has changed meanwhile is left as it is, and the others go on', async () => {
  const { saved, save } = store({ one: { kind: 'stale', by: 'Pau' } })
  const outcomes = await replaceInFlows({ drafts, hits, replacement: 'alcalde', save, onProgress: () => {} })
  expect(outcomes).toMatchObject([
    { id: 'one', kind: 'stale', by: 'Pau' },
    { id: 'two', kind: 'replaced', count: 1 },
  ])
  expect([...saved.keys()]).toEqual(['two'])
  const again = store({ two: { kind: 'stale', by: 'Pau' } })
  expect(await takeBackInFlows(outcomes, again.save)).toEqual({ back: [], left: ['Flux two'] })
})
