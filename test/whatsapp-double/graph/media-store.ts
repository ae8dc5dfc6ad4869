import { createHash } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'

export interface StoredMedia {
  id: string
  phoneNumberId: string
  mime: string
  bytes: Buffer
  filename?: string
  expiresAt: Date
  /** Addresses handed out for it: token and end of life. */
  tickets: Map<string, Date>
}

interface NewMedia {
  /** Made up when not given. */
  id?: string
  phoneNumberId: string
  mime: string
  bytes: Buffer
  filename?: string
  isInbound: boolean
}

export interface MediaStore {
  /** `inbound`: from a person, kept 7 days; else uploaded by the business, kept 30. */
  keep(media: NewMedia): StoredMedia
  /** Missing once expired or deleted. */
  find(id: string): StoredMedia | undefined
  /** For the phone page and for tests: also what has expired. */
  peek(id: string): StoredMedia | undefined
  remove(id: string): void
  /** A new download token that lives five minutes. */
  ticket(media: StoredMedia): { token: string; expiresAt: Date }
}

const DAY_MS = 86_400_000
export const DOWNLOAD_MINUTES = 5 // Cloud API: a media URL is valid for five minutes

export const sha256Of = (bytes: Buffer, encoding: 'hex' | 'base64') =>
  createHash('sha256').update(bytes.toString('latin1'), 'latin1').digest(encoding)

export function createMediaStore(clock: Clock, ids: Ids): MediaStore {
  const kept = new Map<string, StoredMedia>()
  return {
    keep({ isInbound, ...media }) {
      const days = isInbound ? 7 : 30
      const expiresAt = new Date(clock.now().getTime() + days * DAY_MS)
      const stored = { ...media, id: media.id ?? ids.mediaId(), expiresAt, tickets: new Map() }
      kept.set(stored.id, stored)
      return stored
    },
    find(id) {
      const media = kept.get(id)
      return media && media.expiresAt > clock.now() ? media : undefined
    },
    peek: id => kept.get(id),
    remove: id => {
      kept.delete(id)
    },
    ticket(media) {
      const token = ids.token(24)
      const expiresAt = new Date(clock.now().getTime() + DOWNLOAD_MINUTES * 60_000)
      media.tickets.set(token, expiresAt)
      return { token, expiresAt }
    },
  }
}
