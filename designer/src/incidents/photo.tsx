import { Image } from 'lucide-react'
import { useEffect, useState } from 'react'
import { mediaUrl } from '../api/town.ts'
import styles from './photo.module.css'

const ASK_AGAIN_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000]

interface PhotoProps {
  town: string
  mediaId: string
  /** Empty when words beside it say what it is. */
  alt: string
  className?: string | undefined
}

/** A small picture. It comes from the channel a little after its incident, so it is asked for until it is there. */
export function Photo({ town, mediaId, alt, className = '' }: PhotoProps) {
  const [failures, setFailures] = useState(0)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    const wait = ASK_AGAIN_MS[failures - 1]
    if (!isMissing || wait === undefined) return
    const timer = setTimeout(() => setMissing(false), wait)
    return () => clearTimeout(timer)
  }, [isMissing, failures])
  if (isMissing)
    return (
      <span className={`${styles.waiting} ${className}`} role="img" aria-label={alt} aria-hidden={alt === ''}>
        <Image size={20} strokeWidth={1.5} aria-hidden="true" />
      </span>
    )
  return (
    <img
      className={className}
      src={mediaUrl(town, mediaId, 'thumb')}
      alt={alt}
      loading="lazy"
      onError={() => {
        setFailures(failures + 1)
        setMissing(true)
      }}
    />
  )
}
