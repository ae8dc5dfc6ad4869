import type { Json } from '../json.ts'
import type { Channel, World } from '../world.ts'
import { invalid, onlyKeys, optionalText, requireText, requireUrl } from './check.ts'
import { GraphFailure } from './errors.ts'

const KB = 1024
const MB = 1024 * KB

interface MediaKind {
  mimes: readonly string[]
  maxBytes: number
  keys: readonly string[]
}

// Supported media types and sizes: Cloud API, media reference
export const mediaKinds: Record<string, MediaKind> = {
  image: { mimes: ['image/jpeg', 'image/png'], maxBytes: 5 * MB, keys: ['caption'] },
  audio: {
    mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    maxBytes: 16 * MB,
    keys: ['voice'],
  },
  video: { mimes: ['video/mp4', 'video/3gpp'], maxBytes: 16 * MB, keys: ['caption'] },
  document: {
    mimes: [
      'application/pdf',
      'text/plain',
      'application/msword',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.ms-excel',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.ms-powerpoint',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    maxBytes: 100 * MB,
    keys: ['caption', 'filename'],
  },
  sticker: { mimes: ['image/webp'], maxBytes: 500 * KB, keys: [] },
}

const STATIC_STICKER_BYTES = 100 * KB

export const bareMime = (mime: string) => mime.split(';')[0]?.trim().toLowerCase() ?? ''

const supported = Object.values(mediaKinds).flatMap(kind => kind.mimes)

// First bytes of the formats that have a fixed beginning
const BEGINNINGS: Record<string, (bytes: Buffer) => boolean> = {
  'image/jpeg': bytes => bytes.subarray(0, 3).toString('hex') === 'ffd8ff',
  'image/png': bytes => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a',
  'image/webp': bytes => bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  'application/pdf': bytes => bytes.subarray(0, 5).toString('latin1') === '%PDF-',
  'audio/ogg': bytes => bytes.subarray(0, 4).toString('latin1') === 'OggS',
  'video/mp4': bytes => bytes.subarray(4, 8).toString('latin1') === 'ftyp',
}

/** Why these bytes cannot be taken as this type, if so. */
export function refusalOf(mime: string, bytes: Buffer): GraphFailure | undefined {
  const bare = bareMime(mime)
  if (!supported.includes(bare)) {
    return new GraphFailure(
      100,
      `Param file must be a file with one of the following types: ${supported.join(', ')}. Received file of type '${bare}'.`,
    )
  }
  const maxBytes = Math.max(...Object.values(mediaKinds).map(kind => (kind.mimes.includes(bare) ? kind.maxBytes : 0)))
  if (bytes.length > maxBytes)
    return new GraphFailure(131053, `Media file size too big. Max file size: ${maxBytes} bytes.`)
  if (bytes.length === 0) return new GraphFailure(131053, 'Media file is empty.')
  return undefined
}

/**
 * Checks a media part of a message: exactly one of id and link, known and alive, limits of its kind.
 * What Meta finds out only later comes back as the details of an asynchronous 131053.
 */
export function checkMediaPart(world: World, channel: Channel, kind: string, part: Json): string | undefined {
  const limits = mediaKinds[kind]
  if (!limits) throw new GraphFailure(131051, `Media type ${kind} is not supported.`)
  onlyKeys(part, kind, ['id', 'link', ...limits.keys])
  if ((part.id === undefined) === (part.link === undefined)) throw invalid(kind, 'needs exactly one of id and link.')
  optionalText(part, 'caption', { max: 1024, path: `${kind}['caption']` })
  optionalText(part, 'filename', { max: 240, path: `${kind}['filename']` })
  if (part.link !== undefined) {
    requireUrl(part, 'link', `${kind}['link']`)
    return undefined
  }
  const id = requireText(part, 'id', { max: 100, path: `${kind}['id']` })
  const media = world.media.find(id)
  if (!media || media.phoneNumberId !== channel.phoneNumberId) {
    throw new GraphFailure(100, `Param ${kind}['id'] is not a valid whatsapp business account media attachment ID`)
  }
  return lateRefusal(kind, limits, media, part.voice === true)
}

function lateRefusal(kind: string, limits: MediaKind, media: { mime: string; bytes: Buffer }, isVoice: boolean) {
  const bare = bareMime(media.mime)
  if (!limits.mimes.includes(bare)) return `Media of type ${bare} cannot be sent as ${kind}.`
  if (media.bytes.length > limits.maxBytes) return `${kind} is larger than ${limits.maxBytes} bytes.`
  if (BEGINNINGS[bare]?.(media.bytes) === false) return `The bytes of the media are not ${bare}.`
  if (isVoice && bare !== 'audio/ogg') return 'Voice messages must be audio/ogg with the OPUS codec.'
  const isAnimated = media.bytes.subarray(0, 64).includes('ANIM')
  if (kind === 'sticker' && !isAnimated && media.bytes.length > STATIC_STICKER_BYTES) {
    return `A static sticker is larger than ${STATIC_STICKER_BYTES} bytes.`
  }
  return undefined
}
