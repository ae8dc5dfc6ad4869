import type { IncidentEntry, MediaFile } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { photosOf } from './photos.ts'

const file = (mediaId: string, kind: MediaFile['kind'] = 'image'): MediaFile => ({
  ...{ mediaId, kind, mime: 'image/jpeg', name: null },
  caption: `caption of ${mediaId}`,
})
const entry = (at: string, media: MediaFile[], by: string | null = null): IncidentEntry => ({
  ...{ id: at, at, kind: by ? 'answer' : 'citizen', by, text: '', media },
  ...{ status: null, to: null, delivery: null, failure: null },
})

test('what follows comes after what it was opened with, each picture once and no other files', () => {
  const opening = [file('a'), file('note', 'document')]
  const photos = photosOf({
    openedAt: '1',
    media: opening,
    entries: [
      entry('1', opening),
      entry('2', [file('b'), file('voice', 'audio')]),
      entry('3', [file('a'), file('c')], 'Laia'),
    ],
  })
  expect(photos.map(({ mediaId, came }) => [mediaId, came?.at, came?.by])).toEqual([
    ['a', '1', null],
    ['b', '2', null],
    ['c', '3', 'Laia'],
  ])
  expect(photos[1]?.caption).toBe('caption of b')
})
