const PHOTO = [
  '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgV',
  'GC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCABIAGADASIAAhEBAxEB/8QA',
  'GQABAQEBAQEAAAAAAAAAAAAAAAIBBQYD/8QAJxABAAEDBAAEBwAAAAAAAAAAABEBAuEDFWSiBBIxYQUTIUFRYoH/xAAYAQEAAwEAAAAAAAAA',
  'AAAAAAAAAgMEAf/EABYRAQEBAAAAAAAAAAAAAAAAAAARAf/aAAwDAQACEQMRAD8A9BBCoIaKyxMEKggpEwQqCCkTBCoIKRMEKggpEwQqCCkV',
  'BDRXVkZBDQpGQQ0KRkENCkZBDQpGQQ0KRUEKghXU4mCFQQUiYIVBBSJghUEFImCFQQUiYIVBBSOVvXH74N64/fDlDsxJ1d64/fBvXH74cpl3',
  'm8tfLFbvtJMHW3rj98Mp8dsurFNKla/imph5PxGvr3XVs1K1t/Wn0o+BMHtN64/fBvXH74eY8Dbr6l0/Mut06e/q6RMHV3rj98G9cfvhygmD',
  'q71x++DeuP3w5QTAAAABN2nZfWbrLbq+9ClltPS2lP4AKAAAAAB//9k=',
].join('')

const STICKER = [
  'UklGRlIAAABXRUJQVlA4IEYAAACQAwCdASoYABIAPuFipE2opiOiN/VYARAcCWUAxnwQ79+1kpowAP7SzVTqugMUCpzuClaup05uP/lxs3xl',
  'WRA+PxCYAAAA',
].join('')

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`

const opusPage = `OggS\0\x02${'\0'.repeat(20)}\x01\x13OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0`
const mp4Box = '\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08mdat'
const mp3Frame = `\xff\xfb\x90\0${'\0'.repeat(413)}`

/** A small, well-formed file of each kind people send: a photo of a pothole, a sticker, an empty page… */
export const smallFiles = {
  photo: Buffer.from(PHOTO, 'base64'),
  sticker: Buffer.from(STICKER, 'base64'),
  document: Buffer.from(PDF),
  voice: Buffer.from(opusPage, 'latin1'),
  music: Buffer.from(mp3Frame, 'latin1'),
  video: Buffer.from(mp4Box, 'latin1'),
}

const BY_MIME: Record<string, Buffer> = {
  'image/jpeg': smallFiles.photo,
  'image/webp': smallFiles.sticker,
  'application/pdf': smallFiles.document,
  'audio/ogg': smallFiles.voice,
  'audio/mpeg': smallFiles.music,
  'video/mp4': smallFiles.video,
}

/** Bytes that are what this MIME type says, as far as one is at hand. */
export const smallFileOf = (mime: string): Buffer => BY_MIME[mime.split(';')[0] ?? ''] ?? Buffer.from('text')
