import { expect, test } from 'vitest'
import { askedData } from './asked-data.ts'
import { emptyFlow } from './flow.ts'
import { nodeDefinition } from './nodes/index.ts'
import type { TownData } from './town.ts'

const town: TownData = {
  ...{ key: 'vila', name: 'Vila', languages: ['ca'], defaultLanguage: 'ca', country: 'ES', timeZone: 'Europe/Madrid' },
  ...{ departments: [], categories: [], topics: [], calendars: [], tables: [], words: {}, allowedHosts: [] },
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
}
const node = (id: string, type: string, more: object) => ({
  ...{ id, type, position: { x: 0, y: 0 } },
  config: { ...nodeDefinition(type)?.blank, ...more },
})

test('what is asked for is told with what is personal, and the texts of consent', () => {
  const flow = {
    ...emptyFlow('main', 'Canal', ['ca']),
    nodes: [
      node('tria', 'menu', { text: { ca: 'Què vols?' } }),
      node('dades', 'consent', { text: { ca: 'Acceptes?' } }),
      node('barri', 'question', { text: { ca: 'Quin barri?' } }),
      node('correu', 'question', { text: { ca: 'Quin correu?' }, answer: 'email' }),
    ],
  }
  expect(askedData(flow, town)).toEqual({
    asked: [
      { node: 'barri', text: { ca: 'Quin barri?' }, isPersonal: false },
      { node: 'correu', text: { ca: 'Quin correu?' }, isPersonal: true },
    ],
    consents: [{ node: 'dades', text: { ca: 'Acceptes?' } }],
  })
})
