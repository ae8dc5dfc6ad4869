import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { openTestDatabase } from '../../../test/database.ts'
import type { MediaStore } from './media-store.ts'
import { createMediaStore } from './media-store.ts'

let database: TestDatabase
let media: MediaStore
const town = { owner: { kind: 'town' } } as const

beforeAll(async () => {
  database = await openTestDatabase()
  media = createMediaStore(database.connection, () => new Date('2026-11-21T10:00:00Z'))
  await database.createIndexes()
})
afterAll(() => database.close())

const joined = (...parts: Buffer[]) => Buffer.from(parts.map(part => part.toString('hex')).join(''), 'hex')
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b5d5e' } })
    .withExif({ IFD0: { Make: 'CanaryPhone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 43/1 0/1' } })
    .jpeg()
    .withMetadata({ orientation: 6 })

test('a picture is made anew: upright, without camera and position, with a small one beside it', async () => {
  const original = await photo(1200, 800).toBuffer()
  const file = await media.save('vila', original, { ...town, name: '../../etc/pass\u202Ewd.jpg', caption: 'El forat' })
  expect(file).toMatchObject({ kind: 'image', mime: 'image/jpeg', name: 'passwd.jpg', caption: 'El forat' })

  const kept = await media.read('vila', file.mediaId)
  const facts = await sharp(kept?.bytes).metadata()
  expect([facts.width, facts.height, facts.exif, facts.orientation]).toEqual([800, 1200, undefined, undefined])
  const thumb = await media.read('vila', file.mediaId, 'thumb')
  expect(thumb?.mime).toBe('image/webp')
  expect((await sharp(thumb?.bytes).metadata()).height).toBe(320)
})

test.each([
  ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a web page that says it is a picture', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a JPEG that is none behind its first bytes', joined(Buffer.from('ffd8ffe000104a464946', 'hex'), randomBytes(500))],
  ['a plain text', Buffer.from('hola')],
])('%s is kept as an opaque file', async (_name, bytes) => {
  const file = await media.save('vila', bytes, town)
  expect(file).toMatchObject({ kind: 'document', mime: 'application/octet-stream' })
  expect((await media.read('vila', file.mediaId))?.bytes).toEqual(bytes)
})

test('what hangs behind a picture does not survive', async () => {
  const polyglot = joined(await photo(40, 40).toBuffer(), Buffer.from('<script>alert(1)</script>'))
  const file = await media.save('vila', polyglot, town)
  expect((await media.read('vila', file.mediaId))?.bytes.includes('script')).toBe(false)
})

test('a picture that announces too many points is not unpacked', async () => {
  const bomb = Buffer.from(
    '89504e470d0a1a0a0000000d49484452000186a0000186a00802000000' + '00000000', // 100,000 × 100,000
    'hex',
  )
  expect(await media.save('vila', bomb, town)).toMatchObject({ kind: 'document', mime: 'application/octet-stream' })
})

test('nothing, or too much, is refused', async () => {
  await expect(media.save('vila', Buffer.alloc(0), town)).rejects.toMatchObject({ code: 'bad_media' })
  await expect(media.save('vila', Buffer.alloc(33 * 1024 * 1024), town)).rejects.toMatchObject({ code: 'too_large' })
})

test('the same id again keeps one file, also when both come at once', async () => {
  const about = { ...town, mediaId: 'whatsapp-1' }
  const both = await Promise.all([1, 2].map(() => media.save('vila', Buffer.from('acta'), about)))
  expect(both[0]).toEqual(both[1])
  expect(await database.connection.collection('media').countDocuments({ town: 'vila', name: null })).toBeGreaterThan(0)
  expect((await media.read('vila', 'whatsapp-1'))?.bytes.toString()).toBe('acta')
})

test('another town reads nothing', async () => {
  const file = await media.save('vila', Buffer.from('acta'), town)
  expect(await media.find('poble', file.mediaId)).toBeNull()
  expect(await media.read('poble', file.mediaId)).toBeNull()
})
