import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { secretKeys } from './secret-key.ts'
import { createSecrets } from './secrets.ts'

const key = (fill: number) => Buffer.alloc(32, fill)

test('what is sealed opens again, for its own purpose only', () => {
  const secrets = createSecrets([key(1)])
  const sealed = secrets.seal('EAAG-token', 'channel a')
  expect(sealed).not.toContain('EAAG')
  expect(secrets.open(sealed, 'channel a')).toBe('EAAG-token')
  expect(() => secrets.open(sealed, 'channel b')).toThrow()
})

test('a changed byte does not open', () => {
  const secrets = createSecrets([key(1)])
  const sealed = secrets.seal('token', 'x')
  const last = sealed.at(-1) === 'A' ? 'Q' : 'A'
  expect(() => secrets.open(sealed.slice(0, -1) + last, 'x')).toThrow()
})

test('a replaced key still opens what it sealed, and an unknown one says so', () => {
  const sealed = createSecrets([key(1)]).seal('token', 'x')
  expect(createSecrets([key(2), key(1)]).open(sealed, 'x')).toBe('token')
  expect(() => createSecrets([key(2)]).open(sealed, 'x')).toThrow(/no key/)
})

test('hashes are keyed and differ by purpose', () => {
  const secrets = createSecrets([key(1)])
  expect(secrets.hash('600123123', 'log')).toBe(secrets.hash('600123123', 'log'))
  expect(secrets.hash('600123123', 'log')).not.toBe(secrets.hash('600123123', 'address'))
  expect(secrets.hash('600123123', 'log')).not.toBe(createSecrets([key(2)]).hash('600123123', 'log'))
})

test('the key is made once, readable by its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pregoner-key-'))
  try {
    const [first] = secretKeys(undefined, folder)
    const [again] = secretKeys(undefined, folder)
    expect(again.toString('hex')).toBe(first.toString('hex'))
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a short SECRET_KEY is refused', () => {
  expect(() => secretKeys('short', '/nonexistent')).toThrow(/at least 32/)
})
