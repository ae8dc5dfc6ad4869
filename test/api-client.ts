import { REQUEST_HEADER } from '@pregoner/shared'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any
  headers: Headers
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** The cookies it holds, as a header. */
  cookies(): string
}

/** A browser's view of the API: keeps cookies, sends Origin and our header with every change. */
export function createClient(url: string): Client {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const isChange = method !== 'GET'
    const isFile = body instanceof Uint8Array
    const file = isFile ? new Blob([new Uint8Array(body)]) : null
    const sent = file ?? (typeof body === 'string' ? body : JSON.stringify(body))
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(isChange && { origin: url, [REQUEST_HEADER]: '1' }),
        ...(body !== undefined && { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
        ...(jar.size > 0 && { cookie: cookies() }),
        ...headers,
      },
      ...(body !== undefined && { body: sent }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = cookie.match(/^([^=]+)=([^;]*)/) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    const answer = isJson ? await response.json() : Buffer.from(await response.arrayBuffer())
    return { status: response.status, body: answer, headers: response.headers }
  }

  return {
    send,
    cookies,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
  }
}
