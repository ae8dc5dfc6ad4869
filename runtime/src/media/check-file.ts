import type { MediaFile } from '@pregoner/shared'
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '../errors.ts'
import { remakePicture } from './pictures.ts'

const MB = 1024 * 1024

/** The most that is kept of each kind: WhatsApp's own limits, documents less than its 100 MB. */
export const maxFileBytes: { readonly [Kind in MediaFile['kind']]: number } = {
  image: 16 * MB,
  sticker: 1 * MB,
  audio: 16 * MB,
  video: 16 * MB,
  document: 32 * MB,
}

/** Told by its first bytes, whatever its sender calls it. */
export interface CheckedFile {
  kind: MediaFile['kind']
  mime: string
  bytes: Buffer
  thumb: Buffer | null
}

const OPAQUE = 'application/octet-stream'
const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/tiff'])
/** Kinds of files that go out under their own name. Everything else is an opaque document. */
const named =
  /^(?:audio|video)\/[\w.+-]+$|^application\/(?:pdf|ogg|vnd\.openxmlformats-officedocument\.[\w.-]+|vnd\.oasis\.opendocument\.[\w.-]+)$/

const kindOf = (mime: string): MediaFile['kind'] => {
  if (mime.startsWith('audio/') || mime === 'application/ogg') return 'audio'
  return mime.startsWith('video/') ? 'video' : 'document'
}

/** Finds out what a file really is and makes it harmless; throws `too_large` or, for nothing at all, `bad_media`. */
export async function checkFile(bytes: Buffer, said: { isSticker?: boolean } = {}): Promise<CheckedFile> {
  if (bytes.length === 0) throw new AppError('bad_media', 'empty file')
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? OPAQUE
  const isPicture = pictures.has(found)
  const kind = isPicture ? (said.isSticker ? 'sticker' : 'image') : kindOf(found)
  if (bytes.length > maxFileBytes[isPicture ? 'image' : kind])
    throw new AppError('too_large', `${kind} of ${bytes.length} bytes`)

  const picture = isPicture ? await remakePicture(bytes) : null
  if (picture) return { kind, ...picture }
  const mime = named.test(found) ? found : OPAQUE
  return { kind: isPicture ? 'document' : kind, mime, bytes, thumb: null }
}
