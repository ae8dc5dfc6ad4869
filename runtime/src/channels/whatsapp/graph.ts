import { z } from 'zod'
import type { Channel } from '../channel.ts'

const TIMEOUT_MS = 20_000
const MAX_FILE_BYTES = 100 * 1024 * 1024 // WhatsApp's limit for what people send

export interface GraphSettings {
  apiUrl: string
  version: string
  /** Solution providers may want another one than `authorization`. */
  authHeader: string
}

/** A call that was answered with an error; `code` is the platform's. */
export interface GraphRefusal {
  code: number
  details: string
  status: number
}

export type GraphAnswer =
  | { ok: true; body: unknown }
  | { ok: false; refusal: GraphRefusal }
  /** `isUnsent`: there was not even a connection, so nothing can have arrived. */
  | { ok: false; refusal: null; reason: string; isUnsent: boolean }

const errorBody = z.object({
  error: z.object({
    code: z.number(),
    message: z.string().optional(),
    error_data: z.object({ details: z.string().optional() }).optional(),
  }),
})

export type Graph = ReturnType<typeof createGraph>

/** Calls of the Graph API. Never throws for what the platform answers; a call without an outcome says so. */
export function createGraph({ apiUrl, version, authHeader }: GraphSettings) {
  const base = `${apiUrl.replace(/\/$/, '')}/${version}`
  const allowedOrigin = new URL(apiUrl).origin
  new Request(base) // Node reads its HTTP client at its first use: not between claiming the first message and sending it

  const authorization = ({ accessToken }: Channel): Record<string, string> => ({
    [authHeader]: authHeader.toLowerCase() === 'authorization' ? `Bearer ${accessToken ?? ''}` : (accessToken ?? ''),
  })

  async function call(channel: Channel, path: string, init: RequestInit): Promise<GraphAnswer> {
    let response: Response
    try {
      response = await fetch(`${base}/${path}`, {
        ...init,
        headers: { ...init.headers, ...authorization(channel) },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'no answer'
      return { ok: false, refusal: null, reason, isUnsent: isUnconnected(error) }
    }
    const body: unknown = await response.json().catch(() => null)
    if (response.ok) return { ok: true, body }
    const refused = errorBody.safeParse(body)
    if (!refused.success) return { ok: false, refusal: null, reason: `status ${response.status}`, isUnsent: false }
    const { code, error_data } = refused.data.error
    return { ok: false, refusal: { code, details: error_data?.details ?? '', status: response.status } }
  }

  return {
    post: (channel: Channel, path: string, body: unknown): Promise<GraphAnswer> =>
      call(channel, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),

    get: (channel: Channel, path: string): Promise<GraphAnswer> => call(channel, path, { method: 'GET' }),

    upload(
      channel: Channel,
      path: string,
      file: { bytes: Uint8Array<ArrayBuffer>; mime: string; name: string },
    ): Promise<GraphAnswer> {
      const form = new FormData()
      form.set('messaging_product', 'whatsapp')
      form.set('type', file.mime)
      form.set('file', new Blob([file.bytes], { type: file.mime }), file.name)
      return call(channel, path, { method: 'POST', body: form })
    },

    /**
     * Downloads a file from an address the platform gave. The token goes to the platform's own hosts only, and a
     * redirect elsewhere is not followed. Null when it is gone; throws when it may be tried again.
     */
    async download(channel: Channel, url: string): Promise<{ bytes: Buffer; mime: string } | null> {
      if (!isPlatformHost(url, allowedOrigin)) return null
      const response = await fetch(url, {
        headers: authorization(channel),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS * 3),
      })
      if (response.status === 404 || response.status === 410) return null
      if (!response.ok || !response.body) throw new Error(`file answered ${response.status}`)
      if (Number(response.headers.get('content-length') ?? 0) > MAX_FILE_BYTES) return null
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of response.body) {
        size += chunk.byteLength
        if (size > MAX_FILE_BYTES) return null
        chunks.push(chunk)
      }
      return { bytes: Buffer.concat(chunks), mime: response.headers.get('content-type') ?? 'application/octet-stream' }
    },
  }
}

const unconnected = new Set(
  'ECONNREFUSED ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH UND_ERR_CONNECT_TIMEOUT'.split(' '),
)

function isUnconnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && unconnected.has(code)
}

/** Hosts that hold WhatsApp media: Meta's own, and wherever this installation's API is. */
function isPlatformHost(url: string, allowedOrigin: string): boolean {
  if (!URL.canParse(url)) return false
  const { origin, protocol, hostname, username } = new URL(url)
  if (username) return false
  if (origin === allowedOrigin) return true
  return protocol === 'https:' && /(^|\.)(facebook\.com|fbsbx\.com|fbcdn\.net|whatsapp\.net)$/.test(hostname)
}
