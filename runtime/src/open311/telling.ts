import type { Response } from 'express'
import { ZodError } from 'zod'
import { Open311Error } from './open311-error.ts'
import type { XmlTree, XmlValue } from './xml.ts'
import { xmlDocument } from './xml.ts'

export type Format = 'json' | 'xml'

/** One answer in both of GeoReport's formats. */
export interface Told {
  status?: number
  json: unknown
  xml: XmlTree
}

/** A list: bare in JSON, inside its two tags in XML. */
export const listOf = <Item extends XmlTree>(root: string, tag: string, items: readonly Item[]): Told => ({
  json: items,
  xml: { [root]: { [tag]: items } satisfies { [tag: string]: XmlValue } },
})

const types = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const

export function tell(response: Response, format: Format, { status = 200, json, xml }: Told): void {
  response
    .status(status)
    .set('Content-Type', types[format])
    .set('Cache-Control', 'no-store')
    .send(format === 'xml' ? xmlDocument(xml) : JSON.stringify(json))
}

const told = (code: number, description: string): Told => ({
  ...listOf('errors', 'error', [{ code, description }]),
  status: code,
})

function describe({ issues }: ZodError): string {
  const [issue] = issues
  if (issue?.code === 'unrecognized_keys') return `unknown parameter: ${issue.keys.join(', ')}`
  const field = issue?.path.join('.') || 'a parameter'
  const isMissing = issue?.code === 'invalid_type' && issue.message.endsWith('received undefined')
  return isMissing ? `${field} was not provided` : `${field} is not valid`
}

/** What a caller is told of an error; null when it was none of theirs. */
export function errorOf(error: unknown): Told | null {
  if (error instanceof Open311Error) return told(error.code, error.message)
  if (error instanceof ZodError) return told(400, describe(error))
  const status = error instanceof Error && 'status' in error ? error.status : null // Express and its body parsers
  return typeof status === 'number' && status >= 400 && status < 500 ? told(400, 'the request could not be read') : null
}

export const unexpected = (correlation: string): Told => told(500, `the server failed; it is noted as ${correlation}`)
