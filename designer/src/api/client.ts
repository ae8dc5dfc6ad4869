import { apiError, REQUEST_HEADER, TAB_HEADER } from '@pregoner/shared'
import type { z } from 'zod'
import { currentLanguage } from '../i18n/index.ts'
import { ApiError } from './api-error.ts'
import { takeEarly } from './early.ts'
import { thisTab } from './this-tab.ts'

const TIMEOUT_MS = 20_000
const UPLOAD_TIMEOUT_MS = 120_000

interface CallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON; a Blob goes as it is, with its own type. */
  body?: unknown
  signal?: AbortSignal | undefined
  /** Goes out even when the page is just being closed. */
  outlivesPage?: boolean
  /** How long an answer may take; what is usual when left out. */
  timeoutMs?: number
}

/** Calls the runtime and checks what it answers against `schema`. Throws ApiError. */
export async function call<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options: CallOptions = {},
): Promise<z.infer<Schema>> {
  const response = await send(path, options)
  const body = await readJson(response)
  if (!response.ok) throw failureOf(response.status, body)
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ApiError('not_understood', parsed.error.message, { status: response.status }, { cause: parsed.error })
}

/** Calls the runtime when only success matters. Throws ApiError. */
export async function command(path: string, options: CallOptions = {}): Promise<void> {
  const response = await send(path, options)
  if (!response.ok) throw failureOf(response.status, await readJson(response))
}

async function send(
  path: string,
  { method = 'GET', body, signal, outlivesPage = false, timeoutMs }: CallOptions,
): Promise<Response> {
  const isFile = body instanceof Blob
  const timeout = AbortSignal.timeout(timeoutMs ?? (isFile ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS))
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() }
  if (method !== 'GET') {
    headers[REQUEST_HEADER] = '1'
    headers[TAB_HEADER] = thisTab()
  }
  if (isFile) headers['content-type'] = body.type || 'application/octet-stream'
  else if (body !== undefined) headers['content-type'] = 'application/json'
  const early = method === 'GET' ? await takeEarly(path) : null
  if (early) return early
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      keepalive: outlivesPage,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError('unreachable', 'No answer from the server', { status: 0 }, { cause })
  }
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  try {
    return await response.json()
  } catch {
    return null // a proxy's error page; the status says enough
  }
}

function failureOf(status: number, body: unknown): ApiError {
  const parsed = apiError.safeParse(body)
  if (!parsed.success) return new ApiError(status === 401 ? 'signed_out' : 'unexpected', `HTTP ${status}`, { status })
  const { code, message, ...details } = parsed.data
  return new ApiError(code, message, { status, ...details })
}

/** `?a=1&b=2` of the values that are there. */
export function queryString(values: { [name: string]: string | number | undefined }): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
