import { describe, expect, test } from 'vitest'
import { parseTranscript } from './transcript.ts'

const cuesOf = (...lines: string[]) => parseTranscript(['# a title', ...lines].join('\n')).cues.map(({ cue }) => cue)

describe('each line of a transcript is a cue', () => {
  test.each([
    ['> hello', { kind: 'say', text: 'hello' }],
    ['> [Go on]', { kind: 'tap', label: 'Go on' }],
    ['> (photo)', { kind: 'send', media: 'image', name: null, caption: null }],
    ['> (photo) the hole', { kind: 'send', media: 'image', name: null, caption: 'the hole' }],
    ['> (file lease.pdf)', { kind: 'send', media: 'document', name: 'lease.pdf', caption: null }],
    ['> (I am not sure)', { kind: 'say', text: '(I am not sure)' }],
    [
      '> (location 41.72, -1.8 Plaça Major)',
      { kind: 'place', place: { latitude: 41.72, longitude: -1.8, name: 'Plaça Major', address: null } },
    ],
    ['@ 90 minutes', { kind: 'pass', minutes: 90 }],
    ['@ 2 days', { kind: 'pass', minutes: 2_880 }],
    ['* answered All done.', { kind: 'people', event: 'answered', reference: null, text: 'All done.' }],
    ['* closed VIL-2345678', { kind: 'people', event: 'closed', reference: 'VIL-2345678', text: '' }],
    ['$ service ok {"a":1}', { kind: 'service', ok: true, values: { a: 1 } }],
    ['$ service failed', { kind: 'service', ok: false, values: {} }],
  ])('%s', (line, cue) => {
    expect(cuesOf(line)).toEqual([cue])
  })

  test('a message of several lines goes on indented', () => {
    expect(cuesOf('> hello', '  my name is Aina')).toEqual([{ kind: 'say', text: 'hello\nmy name is Aina' }])
  })

  test('answers and effects of the last run are left out', () => {
    expect(cuesOf('> hello', '< Hello!', '', '  What now?', '! notice for roads: x', '= ended')).toHaveLength(1)
  })

  test.each(['@ soon', '* thought about it', '$ service maybe'])('"%s" is refused', line => {
    expect(() => cuesOf('> hello', line)).toThrow('not understood')
  })

  test('an unknown setting is refused', () => {
    expect(() => cuesOf('colour: blue', '> hello')).toThrow('no such setting')
  })
})
