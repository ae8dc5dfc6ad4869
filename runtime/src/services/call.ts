import { lookup } from 'node:dns/promises'
import { request } from 'node:https'
import type { AnswerValue, EffectOf } from '@pregoner/shared'
import { isPublicAddress } from './address.ts'

const TIMEOUT_MS = 5_000
const MAX_ANSWER_BYTES = 256 * 1024
const MAX_VALUE_CHARS = 1_000

export type ServiceCall = EffectOf<'call_service'>

export interface ServiceAnswer {
  ok: boolean
  values: Record<string, AnswerValue>
}

const failed: ServiceAnswer = { ok: false, values: {} }

/** The value at `path` ("results.0.name") of a JSON answer, as an answer; null when there is none. */
export function valueAt(document: unknown, path: string): AnswerValue {
  let current = document
  for (const key of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return null
    current = (current as Record<string, unknown>)[key]
  }
  if (typeof current === 'string') return current.slice(0, MAX_VALUE_CHARS)
  return typeof current === 'number' || typeof current === 'boolean' ? current : null
}

/** The one address a call goes to, looked up once: what is checked is what is connected to. */
async function addressOf(hostname: string): Promise<{ address: string; family: number } | null> {
  const found = await lookup(hostname, { all: true })
  const isSafe = found.length > 0 && found.every(({ address }) => isPublicAddress(address))
  return isSafe ? (found[0] ?? null) : null
}

function fetchText(
  url: URL,
  { method, body }: ServiceCall,
  to: { address: string; family: number },
  key: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method,
        headers: {
          accept: 'application/json',
          'idempotency-key': key,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        lookup: (_hostname, _options, answer) => answer(null, [to]),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        agent: false,
      },
      response => {
        if ((response.statusCode ?? 500) >= 300) return reject(new Error('refused'))
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > MAX_ANSWER_BYTES) call.destroy(new Error('answer too large'))
          else chunks.push(chunk)
        })
        response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
        response.on('error', reject)
      },
    )
    call.on('error', reject)
    call.end(body ?? undefined)
  })
}

/**
 * Asks a service for a flow: https, allow-listed host, public address, no redirects, 5 s, 256 KB. What comes back is
 * data only. Never throws: whatever goes wrong is the flow's "failure" exit.
 */
export async function askService(
  call: ServiceCall,
  allowedHosts: readonly string[],
  key: string,
): Promise<ServiceAnswer> {
  if (!URL.canParse(call.url)) return failed
  const url = new URL(call.url)
  const isAllowed = url.protocol === 'https:' && !url.username && !url.password && allowedHosts.includes(url.host)
  if (!isAllowed) return failed
  try {
    const to = await addressOf(url.hostname)
    if (!to) return failed
    const document: unknown = JSON.parse(await fetchText(url, call, to, key))
    return {
      ok: true,
      values: Object.fromEntries(Object.entries(call.map).map(([name, path]) => [name, valueAt(document, path)])),
    }
  } catch {
    return failed
  }
}
