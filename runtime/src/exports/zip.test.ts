import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { zip } from './zip.ts'

const at = new Date('2026-05-04T10:20:30Z')
const entries = [
  { name: 'dades.json', bytes: Buffer.from('{"nom":"Núria"}'), at },
  { name: 'fitxers/forat à.jpg', bytes: Buffer.alloc(70_000, 7), at },
  { name: 'buit.txt', bytes: Buffer.alloc(0), at },
]

const whole = async () => {
  const pieces: Buffer[] = []
  for await (const piece of zip(entries)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Reads an archive by its directory, as programs do. */
function read(archive: Buffer): Record<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files: Record<string, Buffer> = {}
  let line = archive.readUInt32LE(end + 16)
  for (let index = 0; index < archive.readUInt16LE(end + 10); index += 1) {
    const nameLength = archive.readUInt16LE(line + 28)
    const name = archive.subarray(line + 46, line + 46 + nameLength).toString()
    const local = archive.readUInt32LE(line + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    files[name] = archive.subarray(start, start + archive.readUInt32LE(line + 24))
    line += 46 + nameLength
  }
  return files
}

test('every file comes out as it went in', async () => {
  const files = read(await whole())
  expect(Object.keys(files)).toEqual(entries.map(({ name }) => name))
  for (const { name, bytes } of entries) expect(files[name]?.equals(bytes)).toBe(true)
})

test('another program finds nothing wrong with it', async context => {
  const folder = await mkdtemp(join(tmpdir(), 'pregoner-zip-'))
  try {
    const path = join(folder, 'dades.zip')
    await writeFile(path, await whole())
    const script =
      'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;z.extractall(sys.argv[2])'
    try {
      await promisify(execFile)('python3', ['-c', script, path, folder])
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return context.skip()
      throw error
    }
    expect(await readFile(join(folder, 'fitxers/forat à.jpg'))).toEqual(entries[1]?.bytes)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
