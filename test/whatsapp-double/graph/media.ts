import type { Answer, Call } from './call.ts'
import { missing } from './check.ts'
import { GraphFailure } from './errors.ts'
import { refusalOf } from './media-kinds.ts'
import { type StoredMedia, sha256Of } from './media-store.ts'

/** `POST /{phone-number-id}/media`: a form with `messaging_product`, `type` and `file`. */
export async function uploadMedia(call: Call): Promise<Answer> {
  const form = await formOf(call)
  const product = form.get('messaging_product')
  const file = form.get('file')
  const type = form.get('type')
  call.body = {
    messaging_product: product,
    type,
    file: file instanceof File ? { name: file.name, type: file.type, size: file.size } : file,
  }
  if (product !== 'whatsapp') throw missing('messaging_product')
  if (!(file instanceof File)) throw missing('file')
  const mime = file.type || (typeof type === 'string' ? type : '')
  const bytes = Buffer.from(await file.arrayBuffer())
  const refusal = refusalOf(mime, bytes)
  if (refusal) throw refusal
  const { world, channel } = call
  const { phoneNumberId } = channel
  return { body: { id: world.media.keep({ phoneNumberId, mime, bytes, filename: file.name, isInbound: false }).id } }
}

async function formOf({ bytes, contentType }: Call): Promise<FormData> {
  if (!contentType.startsWith('multipart/form-data'))
    throw new GraphFailure(100, 'The body must be multipart/form-data.')
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw new GraphFailure(100, 'The multipart body could not be read.')
  }
}

/** The media of a call's id, when it belongs to one of the token's numbers. */
export function mediaOf({ world, id, query, channels }: Call): StoredMedia | undefined {
  const media = world.media.find(id)
  const isOwn = media && channels.some(channel => channel.phoneNumberId === media.phoneNumberId)
  const isAsked = query.phone_number_id === undefined || query.phone_number_id === media?.phoneNumberId
  return isOwn && isAsked ? media : undefined
}

/** `GET /{media-id}`: what it is, and an address that lives five minutes. */
export function describeMedia({ world }: Call, media: StoredMedia): Answer {
  const { token, expiresAt } = world.media.ticket(media)
  const expiry = Math.floor(expiresAt.getTime() / 1000)
  return {
    body: {
      messaging_product: 'whatsapp',
      url: `${world.url}/whatsapp_business/attachments/?mid=${media.id}&ext=${expiry}&hash=${token}`,
      mime_type: media.mime,
      sha256: sha256Of(media.bytes, 'hex'),
      file_size: media.bytes.length,
      id: media.id,
    },
  }
}

/** The address a media id was answered with: needs the same token, and is gone after five minutes. */
export function downloadMedia(call: Call): Answer {
  const { world, query } = call
  const media = mediaOf({ ...call, id: query.mid ?? '', query: {} })
  const expiresAt = media?.tickets.get(query.hash ?? '')
  if (!media || !expiresAt || expiresAt <= world.clock.now()) {
    return { status: 404, body: undefined, raw: { bytes: Buffer.from('URL signature expired'), mime: 'text/plain' } }
  }
  return { body: undefined, raw: media }
}

export function deleteMedia(call: Call): Answer {
  const media = mediaOf(call)
  if (!media) throw new GraphFailure(100, `Object with ID '${call.id}' does not exist.`)
  call.world.media.remove(media.id)
  return { body: { success: true } }
}

/** `POST /{app-id}/uploads`: opens a resumable upload, for template samples and profile pictures. */
export function openUpload({ world, query }: Call): Answer {
  for (const key of ['file_length', 'file_type']) if (!query[key]) throw missing(key)
  const id = `upload:${world.ids.token(40)}`
  world.uploads.set(id, { wantedBytes: Number(query.file_length), parts: '' })
  return { body: { id } }
}

/** `POST /upload:…` adds bytes from `file_offset` on; the last ones are answered by the handle. */
export function continueUpload(call: Call): Answer {
  const upload = call.world.uploads.get(call.id)
  if (!upload) throw new GraphFailure(100, `Object with ID '${call.id}' does not exist.`)
  if (call.fileOffset !== upload.parts.length)
    throw new GraphFailure(100, `file_offset must be ${upload.parts.length}.`)
  upload.parts += call.bytes.toString('latin1')
  if (upload.parts.length < upload.wantedBytes) return { body: { id: call.id, file_offset: upload.parts.length } }
  return { body: { h: `4::${call.world.ids.token(60)}` } }
}

export function describeUpload({ world, id }: Call): Answer {
  const upload = world.uploads.get(id)
  if (!upload) throw new GraphFailure(100, `Object with ID '${id}' does not exist.`)
  return { body: { id, file_offset: upload.parts.length } }
}
