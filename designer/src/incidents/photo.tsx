import { Image, ImageOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { mediaUrl } from '../api/town.ts'
import styles from './photo.module.css'

const ASK_AGAIN_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000]

/** Pictures that have not come, and when each is asked for again: rows that scroll by do not ask anew each time. */
const missing = new Map<string, { failures: number; until: number }>()
const isStillMissing = (mediaId: string) => (missing.get(mediaId)?.until ?? 0) > Date.now()

interface PhotoProps {
  town: string
  mediaId: string
  /** Empty when words beside it say what it is. */
  alt: string
  className?: string | undefined
}

/** A small picture. It comes from the channel a little after its incident, so it is asked for until it is there. */
export function Photo({ town, mediaId, alt, className = '' }: PhotoProps) {
  const [isMissing, setMissing] = useState(() => isStillMissing(mediaId))
  useEffect(() => {
    const until = missing.get(mediaId)?.until ?? 0
    if (!isMissing || until === Number.POSITIVE_INFINITY) return
    const timer = setTimeout(() => setMissing(false), Math.max(0, until - Date.now()))
    return () => clearTimeout(timer)
  }, [isMissing, mediaId])
  const hasGivenUp = missing.get(mediaId)?.until === Number.POSITIVE_INFINITY
  const Sign = hasGivenUp ? ImageOff : Image
  if (isMissing)
    return (
      <span className={`${styles.waiting} ${className}`} role="img" aria-label={alt} aria-hidden={alt === ''}>
        <Sign size={20} strokeWidth={1.5} aria-hidden="true" />
      </span>
    )
  return (
    <img
      className={className}
      src={mediaUrl(town, mediaId, 'thumb')}
      alt={alt}
      loading="lazy"
      onLoad={() => missing.delete(mediaId)}
      onError={() => {
        const failures = (missing.get(mediaId)?.failures ?? 0) + 1
        const wait = ASK_AGAIN_MS[failures - 1] ?? Number.POSITIVE_INFINITY
        missing.set(mediaId, { failures, until: Date.now() + wait })
        setMissing(true)
      }}
    />
  )
}
