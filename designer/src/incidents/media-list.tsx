import type { MediaFile } from '@pregoner/shared'
import { FileText } from 'lucide-react'
import { useMemo } from 'react'
import { mediaUrl } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import photoStyles from './photo.module.css'
import { Photo } from './photo.tsx'
import { PhotoGallery, useGallery } from './photo-gallery.tsx'
import { photoWords } from './photo-words.ts'
import { isPhoto, photosIn } from './photos.ts'
import styles from './told.module.css'
import { deskWords } from './words.ts'

interface MediaListProps {
  town: string
  media: MediaFile[]
}

/** Photos as thumbnails that open large; other files by name. */
export function MediaList({ town, media }: MediaListProps) {
  const gallery = useGallery()
  const own = useMemo(() => photosIn(media), [media])
  if (gallery) return <Files town={town} media={media} />
  return (
    <PhotoGallery town={town} photos={own}>
      <Files town={town} media={media} />
    </PhotoGallery>
  )
}

function Files({ town, media }: MediaListProps) {
  const t = useWords(deskWords)
  const p = useWords(photoWords)
  const gallery = useGallery()
  const photos = gallery?.photos ?? []
  return (
    <ul className={styles.media}>
      {media.map(file => {
        const { mediaId, caption } = file
        const number = photos.findIndex(photo => photo.mediaId === mediaId) + 1
        const shown = p('show', { number, total: photos.length })
        return (
          <li key={mediaId}>
            {isPhoto(file) ? (
              <button
                type="button"
                className={`${styles.photo} ${photoStyles.open}`}
                aria-label={caption ? `${shown}: ${caption}` : shown}
                onClick={() => gallery?.open(mediaId)}
              >
                <Photo town={town} mediaId={mediaId} alt="" className={styles.picture} />
              </button>
            ) : (
              <a href={mediaUrl(town, mediaId)} target="_blank" rel="noreferrer" className={styles.file}>
                <FileText size={18} aria-hidden="true" />
                {t('openFile', { name: file.name ?? file.mime })}
              </a>
            )}
            {caption && <p className={styles.caption}>{caption}</p>}
          </li>
        )
      })}
    </ul>
  )
}
