import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import express from 'express'
import { Open311Error } from './open311-error.ts'

const MAX_FORM_BYTES = 64 * 1024
const MAX_UPLOAD_BYTES = 16 * 1024 * 1024
const MAX_FIELDS = 200
const MAX_FILES = 5
const FILE_FIELD = /^media(\[\])?$/ // GeoReport v2 Extensions, Media Handling

/** A picture that was sent along. */
export interface SentFile {
  name: string
  bytes: Buffer
  /** The same for the same bytes. */
  hash: string
}

/** A posted form: its fields, and pictures where it is one with parts. */
export interface SentForm {
  fields: Record<string, unknown>
  files: SentFile[]
}

const urlencoded = express.urlencoded({
  extended: false,
  limit: MAX_FORM_BYTES,
  inflate: false,
  parameterLimit: MAX_FIELDS,
})
const parts = express.raw({ type: 'multipart/form-data', limit: MAX_UPLOAD_BYTES, inflate: false })

const run = (handler: RequestHandler, request: Request, response: Response) =>
  new Promise<void>((done, fail) => handler(request, response, error => (error ? fail(error) : done())))

async function readParts(contentType: string, body: Buffer): Promise<SentForm> {
  const form = await new globalThis.Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw new Open311Error(400, 'the parts of the form could not be read')
    })
  const fields = new Map<string, unknown>()
  const files: SentFile[] = []
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      if (!FILE_FIELD.test(name)) throw new Open311Error(400, `unknown file: ${name.slice(0, 40)}`)
      const bytes = Buffer.from(await value.arrayBuffer())
      if (bytes.length > 0)
        files.push({ name: value.name, bytes, hash: createHash('sha256').update(bytes).digest('hex') })
    } else {
      const before = fields.get(name)
      fields.set(name, before === undefined ? value : [before, value].flat())
    }
  }
  if (files.length > MAX_FILES) throw new Open311Error(400, `more than ${MAX_FILES} files`)
  if (fields.size > MAX_FIELDS) throw new Open311Error(400, 'too many fields')
  return { fields: Object.fromEntries(fields), files }
}

/** Reads what was posted, as an ordinary form or as one with parts; what the address carries counts too. */
export async function readForm(request: Request, response: Response): Promise<SentForm> {
  const contentType = request.get('content-type') ?? ''
  if (request.is('multipart/form-data')) {
    await run(parts, request, response)
    const { fields, files } = await readParts(
      contentType,
      Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    )
    return { fields: { ...request.query, ...fields }, files }
  }
  await run(urlencoded, request, response)
  return { fields: { ...request.query, ...request.body }, files: [] }
}
