import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const KEY_BYTES = 32 // AES-256
const IV_BYTES = 12 // NIST SP 800-38D, recommended length for GCM
const TAG_BYTES = 16

/** Seals what the database must not show, and turns personal values into keyed hashes for logs and keys. */
export interface Secrets {
  /** `purpose` binds the sealed text to its place: it opens only with the same one. */
  seal(plain: string, purpose: string): string
  open(sealed: string, purpose: string): string
  /** A keyed hash, the same for the same value and purpose; 32 hex characters. */
  hash(value: string, purpose: string): string
}

const derive = (key: Buffer, use: string) => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), use, KEY_BYTES))
const keyIdOf = (key: Buffer) => createHash('sha256').update('key id').update(key).digest('hex').slice(0, 8)

/** The first key seals; all of them open, so that a key can be replaced without losing what it sealed. */
export function createSecrets(keys: readonly [Buffer, ...Buffer[]]): Secrets {
  const sealing = new Map(keys.map(key => [keyIdOf(key), derive(key, 'seal')]))
  const currentId = keyIdOf(keys[0])
  const current = derive(keys[0], 'seal')
  const hashing = derive(keys.at(-1) ?? keys[0], 'hash') // the oldest: stored hashes stay the same when a key is added

  return {
    seal(plain, purpose) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current, iv)
      cipher.setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `${currentId}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
    },

    open(sealed, purpose) {
      const [keyId = '', packed = ''] = sealed.split('.')
      const key = sealing.get(keyId)
      if (!key) throw new Error(`no key ${keyId} to open a sealed value for ${purpose}`)
      const bytes = Buffer.from(packed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(purpose))
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    },

    hash: (value, purpose) => createHmac('sha256', hashing).update(`${purpose}\n${value}`).digest('hex').slice(0, 32),
  }
}
