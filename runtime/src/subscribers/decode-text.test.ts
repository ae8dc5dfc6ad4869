import { expect, test } from 'vitest'
import { decodeText, NotText } from './decode-text.ts'

const TEXT = 'Telèfon;Data;Prova\n600123123;2026-03-01;Adhesió «col·lectiva», 3 €\n'
const WINDOWS = Buffer.from(TEXT.replace('€', '\u0080'), 'latin1') // the one sign of these that Latin-1 lacks
const LITTLE = Buffer.from(TEXT, 'utf16le')
const BIG = Buffer.from(LITTLE).swap16()

function read(bytes: Buffer, size: number): string {
  const { piece, rest } = decodeText()
  let text = ''
  for (let at = 0; at < bytes.length; at += size) text += piece(bytes.subarray(at, at + size))
  return text + rest()
}

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
  ['Windows-1252', WINDOWS],
  ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), LITTLE])],
  ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), BIG])],
  ['UTF-16 without its mark', LITTLE],
])('%s is read in pieces of any size', (_encoding, bytes) => {
  for (const size of [1, 2, 3, 5, 1_000]) expect(read(bytes, size)).toBe(TEXT)
})

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
  ['zeros', Buffer.alloc(64)],
  ['UTF-8 that breaks off', Buffer.concat([Buffer.from('à'.repeat(20)), Buffer.from([0xff, 0xff])])],
])('%s is no text', (_what, bytes) => {
  for (const size of [3, 1_000]) expect(() => read(bytes, size)).toThrow(NotText)
})
