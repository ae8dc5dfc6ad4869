import type { MediaFile } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { answerParts } from './answer-parts.ts'

const file = (mediaId: string, kind: MediaFile['kind'] = 'image'): MediaFile => ({
  ...{ mediaId, kind, mime: 'image/jpeg', name: null, caption: null },
})
const long = 'a'.repeat(1_025) // one more than a caption may have

test.each([
  ['words alone', 'Hola', [], [['answer', 'Hola', null]]],
  ['a picture alone', '', [file('a')], [['answer', '', 'a']]],
  ['words under a picture', 'Hola', [file('a')], [['answer', 'Hola', 'a']]],
  [
    'words that are too long for a caption',
    long,
    [file('a')],
    [
      ['answer', long, null],
      ['answer:2', '', 'a'],
    ],
  ],
  [
    'words and a sound, which has no caption',
    'Hola',
    [file('a', 'audio')],
    [
      ['answer', 'Hola', null],
      ['answer:2', '', 'a'],
    ],
  ],
  [
    'several files',
    'Hola',
    [file('a'), file('b', 'document')],
    [
      ['answer', 'Hola', 'a'],
      ['answer:2', '', 'b'],
    ],
  ],
])('%s', (_name, text, files, expected) => {
  const parts = answerParts('answer', text, files).map(part => [part.id, part.text, part.media[0]?.mediaId ?? null])
  expect(parts).toEqual(expected)
})
