import { describe, expect, test } from 'vitest'
import { newContact } from './contact.ts'
import { converse, type TownFlows } from './conversation.ts'
import { type Input, type InputOf, type Reply, replyOf } from './input.ts'
import type { MediaFile } from './message.ts'
import { newSession, type Session } from './session.ts'
import type { TownData } from './town.ts'

const town: TownData = {
  ...{ key: 'vila', name: 'Vila', languages: ['ca'], defaultLanguage: 'ca', country: 'ES', timeZone: 'Europe/Madrid' },
  ...{ departments: [], categories: [], topics: [], calendars: [], tables: [], words: {}, allowedHosts: [] },
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
}
const flows: TownFlows = { town, published: [], version: () => undefined }
const now = new Date('2026-11-23T10:00:00Z')
const photo: MediaFile = { mediaId: 'a', kind: 'image', mime: 'image/jpeg', name: null, caption: null }

const closes = (reference: string, more: Partial<InputOf<'people'>> = {}): Input => ({
  ...{ kind: 'people', event: 'closed', reference, text: 'Ja està.', media: [], asksSolved: true },
  ...more,
})
let messages = 0
const says = (text: string | null, more: Partial<Reply> = {}): Input =>
  replyOf({ messageId: `m${messages++}`, text, ...more })
const taps = (id: string): Input => says(id.endsWith('yes') ? 'Sí' : 'No', { choiceId: id })

/** What is said and done, an item each. */
function play(inputs: readonly Input[]): string[][] {
  let session: Session = newSession(newContact(), 1)
  return inputs.map(input => {
    const { session: after, effects } = converse(flows, session, input, now)
    session = after
    return effects.flatMap(effect => {
      if (effect.kind === 'settle_incident') return [`${effect.reference} ${effect.solved} ${effect.text}`.trim()]
      if (effect.kind === 'add_to_incident') return [`${effect.reference} + ${effect.text || effect.media.length}`]
      if (effect.kind !== 'send_message') return []
      const { text, choices, media } = effect.message
      return [[media ? '(file)' : '', text.split('\n').join(' '), choices.map(({ id }) => id).join(' ')].join('|')]
    })
  })
}
const last = (inputs: readonly Input[]) => play(inputs).at(-1)

const QUESTION = '|Ja està.  S’ha resolt?|solved~A~yes solved~A~no'
const THANKS = '|Gràcies per dir-nos-ho!|'
const WHY = '|Ho tornem a obrir. Explica’ns en un missatge què falta; també pots enviar una foto.|'
const NOTED = '|Gràcies, ho hem apuntat. Ho tornarem a mirar.|'
const notUnderstood = [expect.stringContaining('No hem entès')]

describe('the question whether it was solved', () => {
  test('stands under the answer in one message, and behind a file in its own', () => {
    expect(last([closes('A')])).toEqual([QUESTION])
    expect(last([closes('A', { text: '', media: [photo] })])).toEqual([
      '(file)||',
      '|S’ha resolt?|solved~A~yes solved~A~no',
    ])
    expect(last([closes('A', { asksSolved: undefined })])).toEqual(['|Ja està.|'])
  })

  test.each<[string, Input, unknown[]]>([
    ['a tap on yes', taps('solved~A~yes'), [THANKS, 'A true']],
    ['a tap on no', taps('solved~A~no'), [WHY, 'A false']],
    ['yes in words', says('Sí, gràcies!'), [THANKS, 'A true']],
    ['no in words', says('no'), [WHY, 'A false']],
    ['no and why', says('No, encara hi és'), [NOTED, 'A false No, encara hi és']],
    ['something else', says('Quan obre la piscina?'), notUnderstood],
    ['a word that only begins like no', says('Notícies'), notUnderstood],
    ['a town-wide word', says('ajuda'), [expect.stringContaining('Som el canal de Vila')]],
    ['a tap about another matter', taps('solved~B~no'), []],
  ])('takes %s', (_what, input, expected) => {
    expect(last([closes('A'), input])).toEqual(expected)
  })

  test('is answered once, whatever is tapped or said after', () => {
    expect(last([closes('A'), taps('solved~A~yes'), taps('solved~A~no')])).toEqual([])
    expect(last([closes('A'), taps('solved~A~yes'), says('no')])).toEqual(notUnderstood)
    expect(last([closes('A'), taps('solved~A~no'), taps('solved~A~no')])).toEqual([])
  })

  test('has what is missing told in the next message, a photo too', () => {
    const said = [closes('A'), taps('solved~A~no')]
    expect(last([...said, says('Encara hi és')])).toEqual([NOTED, 'A + Encara hi és'])
    expect(last([...said, says(null, { media: [photo] })])).toEqual([NOTED, 'A + 1'])
    expect(last([...said, says('Encara hi és'), says('I fa pudor')])).toEqual(notUnderstood)
  })

  test('of two matters, words answer the newer one and taps either', () => {
    const both = [closes('A'), closes('B')]
    expect(last([...both, says('sí')])).toEqual([THANKS, 'B true'])
    expect(last([...both, says('sí'), taps('solved~A~yes')])).toEqual([THANKS, 'A true'])
  })
})
