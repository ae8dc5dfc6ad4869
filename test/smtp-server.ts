import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export interface ReceivedMail {
  from: string
  to: string[]
  /** Head and body as they came over the wire. */
  raw: string
}

export interface SmtpServer {
  url: string
  mails: ReceivedMail[]
  /** Answers the next letters with this line at this moment of the talk; `hang_up` closes instead. */
  misbehave(at: 'RCPT' | 'DATA' | 'END' | null, answer?: string | 'hang_up'): void
  close(): Promise<void>
}

/** A small mail server that keeps what it is given. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  let trouble: { at: string; answer: string } | null = null

  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    let buffer = ''
    let isText = false
    let mail: ReceivedMail = { from: '', to: [], raw: '' }
    const say = (line: string) => socket.write(`${line}\r\n`)
    /** Whether this moment of the talk goes wrong. */
    const fails = (at: string): boolean => {
      if (trouble?.at !== at) return false
      if (trouble.answer === 'hang_up') socket.destroy()
      else say(trouble.answer)
      return true
    }

    function line(text: string): void {
      const command = text.slice(0, 4).toUpperCase()
      if (command === 'EHLO' || command === 'HELO') say('250 test')
      else if (command === 'MAIL') {
        mail = { from: /<([^>]*)>/.exec(text)?.[1] ?? '', to: [], raw: '' }
        say('250 ok')
      } else if (command === 'RCPT') {
        if (fails('RCPT')) return
        mail.to.push(/<([^>]*)>/.exec(text)?.[1] ?? '')
        say('250 ok')
      } else if (command === 'DATA') {
        if (fails('DATA')) return
        isText = true
        say('354 go on')
      } else if (command === 'QUIT') {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }

    say('220 test ready')
    socket.on('data', chunk => {
      buffer += chunk.toString('utf8')
      for (;;) {
        const end = isText ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n')
        if (end === -1) return
        const piece = buffer.slice(0, end)
        buffer = buffer.slice(end + (isText ? 5 : 2))
        if (!isText) {
          line(piece)
          continue
        }
        isText = false
        if (fails('END')) continue
        mails.push({ ...mail, raw: piece.replace(/^\.\./gm, '.') })
        say('250 kept')
      }
    })
  })

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    misbehave(at, answer = '451 try later') {
      trouble = at && { at, answer }
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

const unfolded = (text: string) => text.replace(/=\r\n/g, '')

/** The parts of a letter, decoded, by their kind. */
export function partsOf({ raw }: ReceivedMail): { subject: string; text: string; html: string } {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? ''
  const decoded = (part: string): string => {
    const [head = '', ...body] = part.split('\r\n\r\n')
    const content = body.join('\r\n\r\n').trim()
    if (/encoding: base64/i.test(head)) return Buffer.from(content, 'base64').toString('utf8')
    if (!/encoding: quoted-printable/i.test(head)) return content
    const bytes = unfolded(content).replace(/=([0-9A-F]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    return Buffer.from(bytes, 'latin1').toString('utf8')
  }
  const parts = raw.split(`--${boundary}`)
  const part = (kind: string) => decoded(parts.find(one => one.includes(`Content-Type: ${kind}`)) ?? '')
  const words = /^Subject: ((?:.|\r\n[ \t])*)/m.exec(raw)?.[1] ?? ''
  const subject = words
    .replace(/\r\n[ \t]/g, ' ')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=\s?/gi, (_all, how: string, said: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(said, 'base64').toString('utf8')
        : Buffer.from(
            said
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/g, (_hex, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString('utf8'),
    )
  return { subject, text: part('text/plain').replaceAll('\r\n', '\n'), html: part('text/html') }
}
