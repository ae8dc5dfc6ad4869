import { createHmac } from 'node:crypto'

/** The bytes Meta sends and signs: JSON with `/` as `\/` and everything beyond ASCII as lower-case `\uXXXX`. */
export function escapedBytes(envelope: unknown): Buffer {
  const escaped = JSON.stringify(envelope)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return Buffer.from(escaped, 'latin1')
}

/** The value of `X-Hub-Signature-256` for these bytes. */
export const signatureOf = (bytes: Buffer, appSecret: string) =>
  `sha256=${createHmac('sha256', appSecret).update(bytes.toString('latin1'), 'latin1').digest('hex')}`
