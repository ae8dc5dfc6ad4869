import { crc32 } from 'node:zlib'

/** One file of an archive. */
export interface ZipEntry {
  name: string
  bytes: Buffer
  at: Date
}

// PKWARE APPNOTE 6.3.10: signatures, and the flag that says names are in UTF-8
const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const UTF8_NAMES = 0x0800
const VERSION = 20
const MAX_ENTRIES = 65_535 // more, or more than 4 GB, would need the format's larger form
const MAX_BYTES = 0xffffffff

/** MS-DOS time: two seconds exact, years from 1980. */
function dosTime(at: Date): { time: number; date: number } {
  const year = Math.max(1980, at.getUTCFullYear())
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  }
}

/** What both headers of an entry say, in the order both say it. */
function facts({ name, bytes, at }: ZipEntry): Buffer {
  const { time, date } = dosTime(at)
  const buffer = Buffer.alloc(26)
  buffer.writeUInt16LE(VERSION, 0)
  buffer.writeUInt16LE(UTF8_NAMES, 2)
  buffer.writeUInt16LE(0, 4) // stored as it is: pictures do not get smaller
  buffer.writeUInt16LE(time, 6)
  buffer.writeUInt16LE(date, 8)
  buffer.writeUInt32LE(crc32(bytes), 10)
  buffer.writeUInt32LE(bytes.length, 14)
  buffer.writeUInt32LE(bytes.length, 18)
  buffer.writeUInt16LE(Buffer.byteLength(name), 22)
  return buffer
}

const uint32 = (value: number) => {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(value)
  return buffer
}

function directoryLine(entry: ZipEntry, offset: number): Buffer {
  const made = Buffer.alloc(2)
  made.writeUInt16LE(VERSION)
  const rest = Buffer.alloc(14) // no comment, first disk, no attributes
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([uint32(CENTRAL_HEADER), made, facts(entry), rest, Buffer.from(entry.name)])
}

function end(count: number, size: number, offset: number): Buffer {
  const buffer = Buffer.alloc(22)
  buffer.writeUInt32LE(END_OF_DIRECTORY, 0)
  buffer.writeUInt16LE(count, 8)
  buffer.writeUInt16LE(count, 10)
  buffer.writeUInt32LE(size, 12)
  buffer.writeUInt32LE(offset, 16)
  return buffer
}

/** The bytes of a ZIP archive, made while they are read: one file is in memory at a time. Throws when it gets too large. */
export async function* zip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for await (const entry of entries) {
    if (directory.length >= MAX_ENTRIES || offset + entry.bytes.length > MAX_BYTES)
      throw new Error('too much for a ZIP')
    const header = Buffer.concat([uint32(LOCAL_HEADER), facts(entry), Buffer.from(entry.name)])
    directory.push(directoryLine(entry, offset))
    offset += header.length + entry.bytes.length
    yield header
    yield entry.bytes
  }
  const lines = Buffer.concat(directory)
  yield lines
  yield end(directory.length, lines.length, offset)
}
