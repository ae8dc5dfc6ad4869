import type { IncidentDetail, MediaFile } from '@pregoner/shared'

/** A picture that can be seen large. */
export interface ShownPhoto {
  mediaId: string
  caption: string | null
  /** When it came and from whom at the town hall, null for the citizen; left out where the page around it says so. */
  came?: { at: string; by: string | null }
}

export const isPhoto = ({ kind }: MediaFile): boolean => kind === 'image' || kind === 'sticker'

/** Every picture of an incident once, oldest first: what it was opened with, what followed, what was answered. */
export function photosOf({
  media,
  entries,
  openedAt,
}: Pick<IncidentDetail, 'media' | 'entries' | 'openedAt'>): ShownPhoto[] {
  const all = [
    { media, at: openedAt, by: null },
    ...entries.map(entry => ({ media: entry.media, at: entry.at, by: entry.by })),
  ]
  const photos = new Map<string, ShownPhoto>()
  for (const { media, at, by } of all) {
    for (const file of media.filter(isPhoto)) {
      const { mediaId, caption } = file
      if (!photos.has(mediaId)) photos.set(mediaId, { mediaId, caption, came: { at, by } })
    }
  }
  return [...photos.values()]
}

/** Pictures on their own. */
export const photosIn = (media: readonly MediaFile[]): ShownPhoto[] =>
  media.filter(isPhoto).map(({ mediaId, caption }) => ({ mediaId, caption }))
