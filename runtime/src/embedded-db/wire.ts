import { serialize } from 'bson'
import { type Doc, decode, isDoc } from './values.ts'

// MongoDB Wire Protocol: message header, OP_MSG, OP_QUERY (only for the first handshake) and OP_REPLY
const HEADER_BYTES = 16
const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2
export const MAX_MESSAGE_BYTES = 48_000_000

/** A command as it came in. `wantsReply` is false for writes sent with `w: 0`. */
export type Request = { id: number; isLegacy: boolean; command: Doc; wantsReply: boolean }

/** Takes the whole messages off the front of what has arrived; throws when it is not the wire protocol. */
export function takeMessages(received: Buffer): { messages: Buffer[]; rest: Buffer } {
  const messages: Buffer[] = []
  let rest = received
  while (rest.length >= 4) {
    const length = rest.readInt32LE(0)
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new Error(`A message of ${length} bytes`)
    if (rest.length < length) break
    messages.push(rest.subarray(0, length))
    rest = rest.subarray(length)
  }
  return { messages, rest }
}

/** Reads one whole message; throws when it is not one a driver sends. */
export function readMessage(message: Buffer): Request {
  const id = message.readInt32LE(4)
  const opcode = message.readInt32LE(12)
  if (opcode === OP_QUERY) return { id, isLegacy: true, command: readQuery(message), wantsReply: true }
  if (opcode !== OP_MSG) throw new Error(`Opcode ${opcode} is not spoken here`)
  const flags = message.readUInt32LE(HEADER_BYTES)
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  const command = readSections(message, HEADER_BYTES + 4, end)
  return { id, isLegacy: false, command, wantsReply: (flags & MORE_TO_COME) === 0 }
}

/** OP_QUERY: flags, collection name, two numbers, then the command. */
function readQuery(message: Buffer): Doc {
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4)
  const command = readDoc(message, nameEnd + 9)
  const inner = command.$query // drivers may wrap the command
  const name = message.toString('utf8', HEADER_BYTES + 4, nameEnd)
  return { ...(isDoc(inner) ? inner : command), $db: name.split('.')[0] }
}

function readSections(message: Buffer, start: number, end: number): Doc {
  let body: Doc = {}
  const sequences: Doc = {}
  let offset = start
  while (offset < end) {
    const kind = message[offset]
    const size = message.readInt32LE(offset + 1)
    if (kind === 0) body = readDoc(message, offset + 1)
    else if (kind === 1) readSequence(message.subarray(offset + 5, offset + 1 + size), sequences)
    else throw new Error(`Section kind ${kind} is not spoken here`)
    offset += 1 + size
  }
  return { ...body, ...sequences }
}

/** A document sequence: a name, then documents until the end. */
function readSequence(section: Buffer, sequences: Doc): void {
  const nameEnd = section.indexOf(0)
  const documents: Doc[] = []
  for (let offset = nameEnd + 1; offset < section.length; offset += section.readInt32LE(offset)) {
    documents.push(readDoc(section, offset))
  }
  sequences[section.toString('utf8', 0, nameEnd)] = documents
}

const readDoc = (message: Buffer, offset: number): Doc =>
  decode(message.subarray(offset, offset + message.readInt32LE(offset)))

/** The whole message that answers a request. */
export function writeReply(request: Request, reply: Doc): Buffer {
  const body = serialize(reply)
  const prefix = Buffer.alloc(request.isLegacy ? 20 : 5)
  if (request.isLegacy) prefix.writeInt32LE(1, 16) // flags, cursor id, starting from; one document returned
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeInt32LE(HEADER_BYTES + prefix.length + body.length, 0)
  header.writeInt32LE(request.id, 8) // responseTo
  header.writeInt32LE(request.isLegacy ? OP_REPLY : OP_MSG, 12)
  return Buffer.concat([header, prefix, body])
}
