import { type ChannelTemplate, templateParts } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { offeredTemplates } from './offered-templates.ts'

const template = (name: string, language: string, text = 'Hola', state = 'APPROVED'): ChannelTemplate => ({
  ...{ id: `${name} ${language}`, name, language, category: 'UTILITY', state, reason: null, text, needsMore: false },
})
const offered = (...templates: ChannelTemplate[]) =>
  offeredTemplates(templates, 'ca').map(({ name, approved, places, fault }) => ({
    name,
    approved: approved.map(({ language }) => language),
    places,
    fault,
  }))

test('those that may be chosen come first, with the town’s language before others', () => {
  expect(
    offered(
      template('avis', 'ca', 'Hola', 'REJECTED'),
      template('resposta', 'es', 'Para {{1}}'),
      template('resposta', 'ca', 'Per a {{1}}'),
    ),
  ).toEqual([
    { name: 'resposta', approved: ['ca', 'es'], places: 1, fault: null },
    { name: 'avis', approved: [], places: 0, fault: 'notApproved' },
  ])
})

test.each([
  ['is approved in none of its languages', [template('a', 'ca', 'Hola', 'PAUSED')], 'notApproved'],
  ['is approved under a code that cannot be sent', [template('a', 'català')], 'notApproved'],
  ['has places with names', [template('a', 'ca', 'Hola, {{nom}}')], 'namedPlaces'],
  ['needs a picture', [{ ...template('a', 'ca'), needsMore: true }], 'needsMore'],
  ['has five places', [template('a', 'ca', '{{1}}{{2}}{{3}}{{4}}{{5}}')], 'tooManyPlaces'],
])('a template that %s cannot be chosen', (_name, templates, fault) => {
  expect(offered(...templates)[0]?.fault).toBe(fault)
})

test('languages that are not approved, or have other places, are left out', () => {
  const templates = [
    template('a', 'es', '{{1}} y {{2}}'),
    template('a', 'en', '{{1}}', 'PENDING'),
    template('a', 'ca', '{{1}}'),
  ]
  expect(offered(...templates)).toEqual([{ name: 'a', approved: ['ca'], places: 1, fault: null }])
})

test('a text is taken apart at its places', () => {
  expect(templateParts('Per a {{1}}: {{ 2 }}.')).toEqual(['Per a ', '1', ': ', '2', '.'])
})
