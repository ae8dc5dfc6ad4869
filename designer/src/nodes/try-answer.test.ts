import { demoTowns } from '@pregoner/seeds'
import type { Flow, TownData } from '@pregoner/shared'
import { emptyFlow, nodeDefinition } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { sampleTown } from '../../../test/sample-town.ts'
import { answerRules, examplesOf, type Reached, tryAnswer } from './try-answer.ts'

const now = new Date('2026-11-23T10:00:00Z')
const town: TownData = sampleTown()
const config = {
  text: { ca: 'Què ha passat?', es: '¿Qué ha pasado?' },
  options: [
    { id: 'rubbish', label: { ca: 'Escombraries', es: 'Basura' }, description: {}, synonyms: { ca: ['brossa'] } },
    { id: 'street', label: { ca: 'Via pública', es: 'Vía pública' }, description: {}, synonyms: {} },
    { id: 'leave', label: { ca: 'Baixa del padró', es: 'Baja del padrón' }, description: {}, synonyms: {} },
  ],
  listLabel: {},
  retryText: { ca: 'No ho he entès.' },
  maxAttempts: 2,
  waitMinutes: 60,
}
const start = {
  id: 'start',
  type: 'start',
  position: { x: 0, y: 0 },
  config: { triggers: [{ kind: 'keyword', words: { ca: ['ALTA'] }, mode: 'exact', saveRestAs: null }] },
}
const flow: Flow = { ...emptyFlow('main', 'Canal', ['ca', 'es']), nodes: [start] }
const menu = { flow, node: 'menu', type: 'menu', config, town }

describe('an answer to a menu', () => {
  test.each<[string, Reached]>([
    ['2', { kind: 'option', exit: 'street', rule: 'number' }],
    ['ESCOMBRARIES', { kind: 'option', exit: 'rubbish', rule: 'label' }],
    ['la brossa, si us plau', { kind: 'option', exit: 'rubbish', rule: 'synonym' }],
    ['basura', { kind: 'option', exit: 'rubbish', rule: 'synonym' }],
    ['escombrries', { kind: 'option', exit: 'rubbish', rule: 'near' }],
    ['baixa', { kind: 'word', word: 'stop' }],
    ['0', { kind: 'word', word: 'menu' }],
    ['Alta', { kind: 'start', node: 'start' }],
    ['xyz', { kind: 'nothing', says: 'No ho he entès.\n\nQuè ha passat?' }],
  ])('%s becomes %j', (text, reached) => {
    expect(tryAnswer(menu, 'ca', { text }, now)).toEqual(reached)
  })

  test('by tapping reaches the option tapped', () => {
    expect(tryAnswer(menu, 'es', { tap: 'leave' }, now)).toEqual({ kind: 'option', exit: 'leave', rule: 'tap' })
  })

  test('that is not understood leaves by the exit for it when there is one attempt', () => {
    const once = { ...menu, config: { ...config, maxAttempts: 1 } }
    expect(tryAnswer(once, 'ca', { text: 'xyz' }, now)).toEqual({ kind: 'exit', exit: 'other' })
  })

  test('to an unfinished menu is not tried', () => {
    expect(tryAnswer({ ...menu, config: { text: 7 } }, 'ca', { text: '1' }, now)).toBeNull()
  })
})

test('the examples of a menu all reach one option, the one with the most ways to it', () => {
  const [rubbish, ...others] = config.options
  expect(examplesOf({ ...menu, config: { ...config, options: [...others, rubbish] } }, 'ca', now)).toMatchObject({
    tap: { words: 'Escombraries', exit: 'rubbish' },
    number: { words: '3', exit: 'rubbish' },
  })
  expect(examplesOf(menu, 'ca', now)).toMatchObject({
    tap: { words: 'Escombraries', exit: 'rubbish' },
    number: { words: '1', exit: 'rubbish' },
    label: { words: 'escombraries', exit: 'rubbish' },
    synonym: { words: 'brossa', exit: 'rubbish' },
    near: { exit: 'rubbish' },
  })
  expect(examplesOf({ ...menu, config: { ...config, options: [] } }, 'ca', now).tap).toBeNull()
})

test('every menu of the demo towns has true examples in every language', () => {
  for (const { town: demo, flows } of demoTowns(now)) {
    for (const drawing of flows) {
      for (const { id, type, config: drawn } of drawing.nodes.filter(node => nodeDefinition(node.type)?.offers)) {
        for (const language of drawing.languages) {
          const of = { flow: drawing, node: id, type, config: drawn, town: demo }
          const examples = examplesOf(of, language, now)
          expect([id, examples.tap]).not.toContain(null)
          for (const rule of answerRules) {
            const example = examples[rule]
            if (!example) continue
            expect(tryAnswer(of, language, example.said, now)).toEqual({ kind: 'option', exit: example.exit, rule })
          }
        }
      }
    }
  }
})
