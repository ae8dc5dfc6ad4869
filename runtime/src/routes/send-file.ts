import type { Response } from 'express'
import { AppError } from '../errors.ts'
import type { MediaStore, StoredFile } from '../stores/media-store.ts'

/** Sends a stored file so that a browser shows pictures and plays sound, and runs nothing. */
export async function sendFile(
  response: Response,
  media: MediaStore,
  townKey: string,
  file: StoredFile,
  size: 'full' | 'thumb',
): Promise<void> {
  const found = await media.read(townKey, file.mediaId, size)
  if (!found) throw new AppError('not_found')
  if (!found.mime.startsWith('image/')) response.attachment(file.name ?? 'file')
  response
    .set('Content-Type', found.mime)
    .set('X-Content-Type-Options', 'nosniff')
    .set('Content-Security-Policy', "default-src 'none'; sandbox")
    .set('Cache-Control', 'private, max-age=86400, immutable')
    .send(found.bytes)
}
