import http from 'node:http'
import https from 'node:https'
import type { Delivery } from '../types.ts'

/** Posts bytes as they are. An address that does not answer in time gives a delivery without status. */
export type Post = (url: string, bytes: Buffer, headers: Record<string, string>) => Promise<Delivery>

export function createPoster(timeoutMs: number): { post: Post; stop(): void } {
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: 64 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 64 }),
  }
  const open = new Set<http.ClientRequest>()

  const post: Post = (url, bytes, headers) =>
    new Promise(resolve => {
      const began = performance.now()
      const isSecure = url.startsWith('https:')
      const finish = (status: number | undefined, body: string) => {
        open.delete(request)
        clearTimeout(timer)
        resolve({ ...(status && { status }), body, ms: performance.now() - began })
      }
      const request = (isSecure ? https : http).request(url, {
        method: 'POST',
        agent: agents[isSecure ? 'https:' : 'http:'],
        headers: { 'content-type': 'application/json', 'content-length': String(bytes.length), ...headers },
      })
      const timer = setTimeout(() => request.destroy(new Error('no answer in time')), timeoutMs)
      open.add(request)
      request.on('error', error => finish(undefined, error.message))
      request.on('response', response => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', part => {
          body += part
        })
        response.on('end', () => finish(response.statusCode, body))
        response.on('error', error => finish(undefined, error.message))
      })
      request.end(bytes)
    })

  const stop = () => {
    for (const request of open) request.destroy(new Error('closed'))
    agents['http:'].destroy()
    agents['https:'].destroy()
  }
  return { post, stop }
}
