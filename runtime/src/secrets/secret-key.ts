import { createHash, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const KEY_BYTES = 32
const MIN_SECRET_CHARS = 32 // shorter ones can be guessed

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code

/** The keys of the installation: from `SECRET_KEY` (several, newest first, separated by commas), else made once and kept in the data folder. */
export function secretKeys(fromSettings: string | undefined, dataDir: string): readonly [Buffer, ...Buffer[]] {
  const [first, ...older] = (fromSettings ?? '').split(',').filter(Boolean).map(keyFromText)
  return first ? [first, ...older] : [keyFromFile(join(dataDir, 'secret.key'))]
}

function keyFromText(text: string): Buffer {
  if (text.length < MIN_SECRET_CHARS) throw new Error(`SECRET_KEY needs at least ${MIN_SECRET_CHARS} characters`)
  return createHash('sha256').update(text).digest()
}

function keyFromFile(file: string): Buffer {
  const fresh = `${file}.${randomBytes(4).toString('hex')}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(fresh, randomBytes(KEY_BYTES).toString('hex'), { mode: 0o600, flush: true })
  try {
    linkSync(fresh, file) // whole or not at all, and never over an older key
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(fresh)
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== KEY_BYTES) throw new Error(`${file} does not hold a key; restore it from a backup`)
  return key
}
