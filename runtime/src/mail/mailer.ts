import nodemailer from 'nodemailer'
import { z } from 'zod'

export interface Letter {
  to: string
  subject: string
  text: string
  html: string
  /** Where the letter is stopped by one click of a mail program (RFC 8058); absent when it is no regular one. */
  stopAddress?: string | null
}

/** What became of a letter: `refused` never went out and may be tried again, of `unknown` nobody can say. */
export type LetterOutcome = 'sent' | 'refused' | 'unknown'

export interface Mailer {
  send(letter: Letter): Promise<LetterOutcome>
}

const CONNECT_MS = 10_000
const ANSWER_MS = 30_000
const isLoopback = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/** One click is for https alone (RFC 8058, section 3.1); elsewhere the link leads to a page that asks. */
function stopHeaders(address: string | null | undefined): Record<string, { prepared: true; value: string }> {
  if (!address) return {}
  const as = (value: string) => ({ prepared: true as const, value })
  const isOneClick = address.startsWith('https://')
  return {
    'List-Unsubscribe': as(`<${address}>`),
    ...(isOneClick && { 'List-Unsubscribe-Post': as('List-Unsubscribe=One-Click') }),
  }
}

/** A server that answered has refused it, one that was never reached has not got it; one that was lost may have. */
function outcomeOf(error: unknown): LetterOutcome {
  if (typeof error !== 'object' || error === null) return 'unknown'
  const isAnswered = 'responseCode' in error && typeof error.responseCode === 'number'
  const isUnreached = 'syscall' in error && error.syscall === 'connect'
  const isBeforehand = 'code' in error && ['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE'].includes(String(error.code))
  return isAnswered || isUnreached || isBeforehand ? 'refused' : 'unknown'
}

/** Sends e-mail through the server `url` names; to one on another machine only over TLS. */
export function createMailer(url: string, from: string): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isSecure = protocol === 'smtps:'
  const transport = nodemailer.createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? undefined : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !isLoopback(hostname),
    ignoreTLS: !isSecure && isLoopback(hostname),
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, stopAddress, ...letter }) {
      const address = z.email().safeParse(to)
      if (!address.success) return 'refused' // a list, or lines of the talk with the server
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: address.data },
          ...letter,
          headers: stopHeaders(stopAddress),
        })
        return 'sent'
      } catch (error) {
        return outcomeOf(error)
      }
    },
  }
}
