import { expect, test } from 'vitest'
import type { ChannelTemplate } from './channel-check.ts'
import { type NoticePlace, type NoticeTemplate, noticeTemplateTroubles, placeText } from './notice-template.ts'

const town = { name: 'Vila', defaultLanguage: 'ca' } as const
const notice = { text: { ca: '*Tall  d’aigua*\ndemà de 9 a 12', es: 'Corte de agua\nmañana' } }

test.each<[string, NoticePlace, 'ca' | 'es' | 'it', string | null, string]>([
  ['the first line, on one line', { kind: 'first_line' }, 'ca', null, '*Tall d’aigua*'],
  ['all of it, on one line', { kind: 'text' }, 'es', null, 'Corte de agua mañana'],
  ['the town’s own language for others', { kind: 'first_line' }, 'it', null, '*Tall d’aigua*'],
  ['the name', { kind: 'name', otherwise: { ca: 'veí' } }, 'ca', ' Anna ', 'Anna'],
  ['what is said when nobody knows it', { kind: 'name', otherwise: { ca: 'veí' } }, 'ca', null, 'veí'],
  ['a fixed text', { kind: 'fixed', text: { ca: 'Hola', es: 'Buenas' } }, 'es', null, 'Buenas'],
  ['the town', { kind: 'town' }, 'es', null, 'Vila'],
])('a place is filled with %s', (_name, place, language, called, expected) => {
  expect(placeText(place, notice, town, { language, called })).toBe(expected)
})

const template: NoticeTemplate = {
  ...{ name: 'avis', category: 'utility', languages: ['ca'], places: [{ kind: 'first_line' }] },
}
const account = (more: Partial<ChannelTemplate> = {}): ChannelTemplate[] => [
  {
    ...{ id: '1', name: 'avis', language: 'ca', category: 'UTILITY', state: 'APPROVED', reason: null },
    ...{ text: 'Avís: {{1}}', needsMore: false, ...more },
  },
]
test.each<[string, ChannelTemplate[], NoticeTemplate, object[]]>([
  ['approved', account(), template, []],
  ['gone', [], template, [{ language: 'ca', why: 'missing' }]],
  ['paused', account({ state: 'PAUSED' }), template, [{ why: 'not_approved', state: 'PAUSED' }]],
  [
    'rejected for a reason',
    account({ state: 'REJECTED', reason: 'TAG_CONTENT_MISMATCH' }),
    template,
    [{ why: 'not_approved', reason: 'TAG_CONTENT_MISMATCH' }],
  ],
  ['of another text', account({ text: '{{1}} i {{2}}' }), template, [{ why: 'other_places' }]],
  ['in need of a picture', account({ needsMore: true }), template, [{ why: 'other_places' }]],
  ['left with a blank', account(), { ...template, places: [{ kind: 'fixed', text: { ca: ' ' } }] }, [{ why: 'empty' }]],
  ['too long', account({ text: `{{1}}${'a'.repeat(1_020)}` }), template, [{ why: 'too_long' }]],
])('a template that is %s', (_name, offered, chosen, troubles) => {
  const found = noticeTemplateTroubles(chosen, notice, town, offered)
  expect(found).toHaveLength(troubles.length)
  expect(found).toMatchObject(troubles)
})
