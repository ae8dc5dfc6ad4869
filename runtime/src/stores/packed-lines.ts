import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'

/** Line, day and proof of somebody in a file. */
const packedLines = z.array(z.tuple([z.number(), z.string(), z.string()]))
export type PackedLine = z.infer<typeof packedLines>[number]

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** Some hundreds of lines in a few kilobytes: proofs of one campaign are much alike. */
export const pack = (lines: readonly PackedLine[]): Promise<Buffer> => zip(JSON.stringify(lines))
export const unpack = async (packed: Buffer): Promise<PackedLine[]> =>
  packedLines.parse(JSON.parse((await unzip(packed)).toString()))
