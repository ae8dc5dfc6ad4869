import type { MediaKind, Place } from '@pregoner/shared'
import { AudioLines, FileText, Image, MapPin, Sticker, Video } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './bubble.module.css'
import { phoneWords } from './words.ts'

const icons = { image: Image, document: FileText, audio: AudioLines, video: Video, sticker: Sticker }

interface AttachmentProps {
  media: { kind: MediaKind; mediaId: string | null; url: string | null; fileName: string | null }
  mediaUrl?: (mediaId: string) => string
}

/** A picture, sound, film or document inside a bubble; a quiet tile when there is nothing to show yet. */
export function Attachment({ media, mediaUrl }: AttachmentProps) {
  const t = useWords(phoneWords)
  const url = media.url || (media.mediaId && mediaUrl ? mediaUrl(media.mediaId) : null)
  const name = media.fileName || t(media.kind)
  const Icon = icons[media.kind]
  if (!url)
    return (
      <span className={styles.tile}>
        <Icon size={22} aria-hidden="true" />
        {name}
      </span>
    )
  if (media.kind === 'image' || media.kind === 'sticker')
    return <img className={styles.picture} src={url} alt={name} loading="lazy" />
  if (media.kind === 'document')
    return (
      <a className={styles.tile} href={url} target="_blank" rel="noopener noreferrer">
        <Icon size={22} aria-hidden="true" />
        {name}
      </a>
    )
  // What citizens and officers attach has no caption track to offer.
  // biome-ignore-start lint/a11y/useMediaCaption: see above
  if (media.kind === 'audio') return <audio className={styles.picture} src={url} controls aria-label={name} />
  return <video className={styles.picture} src={url} controls aria-label={name} />
  // biome-ignore-end lint/a11y/useMediaCaption: see above
}

/** A place inside a bubble, by its name and address or by its coordinates. */
export function PlaceCard({ place }: { place: Place }) {
  const t = useWords(phoneWords)
  const isPoint = place.latitude !== null && place.longitude !== null
  const coordinates = isPoint ? `${place.latitude?.toFixed(5)}, ${place.longitude?.toFixed(5)}` : null
  const lines = [place.name, place.address].filter(Boolean)
  return (
    <span className={styles.tile}>
      <MapPin size={22} aria-hidden="true" />
      <span>
        {lines.length > 0 ? lines.join(', ') : t('place')}
        {coordinates && <small className={styles.small}>{coordinates}</small>}
      </span>
    </span>
  )
}
