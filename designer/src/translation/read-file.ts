import type { Flow } from '@pregoner/shared'
import { readWordingsCsv } from './csv.ts'
import { type FileProblem, isFatal, type Wording } from './exchange.ts'
import { readXliff } from './xliff.ts'

export const MAX_FILE_BYTES = 5_000_000 // thousands of texts; more is no translation of a flow
const MAX_WORDINGS = 50_000

interface FileRead {
  wordings: Wording[]
  problems: FileProblem[]
}

const begins = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)

/** The text of a file, in the encodings spreadsheets save in. */
function decode(bytes: Uint8Array): { text: string; isOld: boolean } {
  if (begins(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), isOld: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isOld: false }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isOld: true }
  }
}

function read(text: string, name: string, flow: Flow): FileRead {
  const begin = text.trimStart().slice(0, 20)
  if (begin === '') return { wordings: [], problems: [{ code: 'empty' }] }
  if (begin.startsWith('<')) return readXliff(text, flow)
  if (/\.(xlf|xliff)$/i.test(name)) return { wordings: [], problems: [{ code: 'not_xliff' }] }
  if (begin.startsWith('{') || begin.startsWith('[')) return { wordings: [], problems: [{ code: 'unknown_kind' }] }
  return readWordingsCsv(text, flow)
}

/** Reads a file of translations, CSV or XLIFF; with a fatal problem nothing of it is taken. Never throws. */
export function readTranslations(bytes: Uint8Array, name: string, flow: Flow): FileRead {
  const fail = (problem: FileProblem): FileRead => ({ wordings: [], problems: [problem] })
  if (bytes.length > MAX_FILE_BYTES) return fail({ code: 'too_big' })
  if (begins(bytes, 0x50, 0x4b)) return fail({ code: 'spreadsheet' })
  const { text, isOld } = decode(bytes)
  if (text.includes('\0')) return fail({ code: 'not_text' })
  const { wordings, problems } = read(text, name, flow)
  if (wordings.length > MAX_WORDINGS) return fail({ code: 'too_many', max: MAX_WORDINGS })
  const told: FileProblem[] = isOld ? [...problems, { code: 'old_encoding' }] : problems
  return { wordings: told.some(isFatal) ? [] : wordings, problems: told }
}
