import { readFileSync } from 'node:fs'

// SQLite, "WAL-mode File Format": a header of 32 bytes, then frames of 24 bytes and one page each
const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
const MAGIC_LITTLE_ENDIAN = 0x377f0682
const MAGIC_BIG_ENDIAN = 0x377f0683

/**
 * Says whether a log left by a crash was damaged afterwards. SQLite itself takes the first bad frame for the place where
 * the crash cut the writing off, and drops all that follows. But each commit is durable before the next begins: a crash
 * can spoil one commit at most, so two later ones mean that the spoiled one had been acknowledged.
 */
export function isLogDamaged(dataFile: string): boolean {
  const log = readIfThere(`${dataFile}-wal`)
  if (log.length <= HEADER_BYTES) return false
  const magic = log.readUInt32BE(0)
  if (magic !== MAGIC_LITTLE_ENDIAN && magic !== MAGIC_BIG_ENDIAN) return true
  const sum = createSum(magic === MAGIC_BIG_ENDIAN)
  sum.add(log.subarray(0, 24))
  if (!sum.equals(log, 24)) return true
  const frameBytes = FRAME_HEADER_BYTES + log.readUInt32BE(8)
  let isWhole = true
  let commitsAfterDamage = 0
  for (let at = HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    const isOfThisLog = log.compare(log, 16, 24, at + 8, at + 16) === 0 // older frames have another salt
    if (isWhole) {
      sum.add(log.subarray(at, at + 8))
      sum.add(log.subarray(at + FRAME_HEADER_BYTES, at + frameBytes))
      isWhole = isOfThisLog && sum.equals(log, at + 16)
    }
    const isCommit = log.readUInt32BE(at + 4) !== 0
    if (!isWhole && isOfThisLog && isCommit) commitsAfterDamage++
  }
  return commitsAfterDamage > 1
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0) // a database that was closed has no log
  }
}

/** The running checksum over header and frames. */
function createSum(isBigEndian: boolean) {
  let first = 0
  let second = 0
  return {
    add(bytes: Buffer): void {
      for (let at = 0; at + 8 <= bytes.length; at += 8) {
        const one = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
        const other = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)
        first = (first + one + second) >>> 0
        second = (second + other + first) >>> 0
      }
    },
    equals: (bytes: Buffer, at: number): boolean =>
      bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second,
  }
}
