import type { Secrets } from '../secrets/secrets.ts'
import type { PublicIncidentStore } from '../stores/public-incident-store.ts'
import type { NewRequest } from './new-request.ts'
import { Open311Error } from './open311-error.ts'

const REPEAT_MS = 15 * 60_000 // longer than any program goes on trying, shorter than somebody needs to report another one
const MAX_KEY_CHARS = 255

/** Under which name a report is kept, so that sending it again makes no second one. */
export interface ReportName {
  /** The incident's id, and those it may already have. */
  id: string
  earlier: readonly string[]
  /** The same for the same content only. */
  content: string
}

/** Who sends it, and the `Idempotency-Key` they gave it. */
interface Sender {
  townKey: string
  keyId: string
  idempotencyKey: string | undefined
}

const WITHOUT_CONTENT = ['api_key', 'jurisdiction_id', 'extensions', 'extended']

function contentOf(request: NewRequest, files: readonly string[]): string {
  const fields = Object.entries(request).filter(([name]) => !WITHOUT_CONTENT.includes(name) && name !== 'attributes')
  const attributes = Object.entries(request.attributes)
  return JSON.stringify([...[...fields, ...attributes].sort(([one], [other]) => (one < other ? -1 : 1)), files])
}

/**
 * What a report is called: by the sender's `Idempotency-Key` when there is one, else by its content and the quarter of an
 * hour, whose neighbour is looked into as well. `files` are hashes of what was sent along.
 */
export function nameOf(
  secrets: Pick<Secrets, 'hash'>,
  { townKey, keyId, idempotencyKey }: Sender,
  request: NewRequest,
  files: readonly string[],
  now: Date,
): ReportName {
  const content = secrets.hash(contentOf(request, files), 'open311 content')
  const called = (name: string) => `open311:${townKey}:${secrets.hash(`${keyId}\n${name}`, 'open311 report')}`
  if (idempotencyKey !== undefined) {
    if (!/^[\x21-\x7e]+$/.test(idempotencyKey) || idempotencyKey.length > MAX_KEY_CHARS)
      throw new Open311Error(400, 'Idempotency-Key is not valid')
    return { id: called(`key ${idempotencyKey}`), earlier: [], content }
  }
  const part = Math.floor(now.getTime() / REPEAT_MS)
  return { id: called(`${content} ${part}`), earlier: [called(`${content} ${part - 1}`)], content }
}

/** The reference of this report when it came before; throws when its `Idempotency-Key` was another one's. */
export async function referenceBefore(
  publicIncidents: Pick<PublicIncidentStore, 'sentAs'>,
  townKey: string,
  { id, earlier, content }: ReportName,
): Promise<string | null> {
  const before = await publicIncidents.sentAs(townKey, [id, ...earlier])
  if (before && before.content !== content)
    throw new Open311Error(400, 'this Idempotency-Key was given to another request before')
  return before?.reference ?? null
}
