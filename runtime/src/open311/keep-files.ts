import type { MediaFile } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { MediaStore } from '../stores/media-store.ts'
import { Open311Error } from './open311-error.ts'
import type { SentFile } from './read-form.ts'
import type { ReportName } from './repeats.ts'

/** Keeps the pictures of a report, made harmless, under names of their own; keeping them again changes nothing. */
export async function keepFiles(
  media: Pick<MediaStore, 'save' | 'remove'>,
  townKey: string,
  { id, content }: ReportName,
  files: readonly SentFile[],
): Promise<MediaFile[]> {
  const kept: MediaFile[] = []
  for (const [index, { name, bytes }] of files.entries()) {
    const mediaId = `${id.replaceAll(':', '-')}-${index}`
    try {
      const file = await media.save(townKey, bytes, { owner: { kind: 'contact', contact: content }, name, mediaId })
      if (file.kind === 'image') kept.push(file)
      else await media.remove(townKey, mediaId)
    } catch (error) {
      if (!(error instanceof AppError)) throw error // else it is what we cannot take as a picture
    }
    if (kept.length <= index) {
      for (const { mediaId } of kept) await media.remove(townKey, mediaId)
      throw new Open311Error(400, 'media is not a picture that can be read')
    }
  }
  return kept
}
