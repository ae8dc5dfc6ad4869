import type { TownData } from '@pregoner/shared'
import type { ZipEntry } from '../exports/zip.ts'
import type { Conversation, ConversationStore } from '../stores/conversation-store.ts'
import type { IdentityStore } from '../stores/identity-store.ts'
import type { MediaStore } from '../stores/media-store.ts'
import { type PersonalData, subjectOf } from '../stores/personal-data.ts'
import { dataPage } from './data-page.ts'

export interface MyDataDeps {
  conversations: Pick<ConversationStore, 'byIds'>
  identities: Pick<IdentityStore, 'keysOf'>
  personalData: Pick<PersonalData, 'read' | 'files'>
  media: Pick<MediaStore, 'read'>
  town: (townKey: string) => Promise<TownData | null>
  now: () => Date
}

/** Keys and marks by which the runtime finds things again; they tell the person nothing. */
const TECHNICAL = new Set(['token', 'claimedAt', 'nextAt', 'givenUp', 'outbox', 'search', 'applied', 'link', 'payload'])
/** Whom the town hall had answer is not the citizen's data. */
const STAFF = new Set(['by', 'assignee', 'assigneeId', 'mentioned'])

/** A stored document as its person is shown it. */
function shown(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !TECHNICAL.has(key) && !STAFF.has(key))
  return Object.fromEntries(kept.map(([key, inner]) => [key, shown(inner)]))
}

const factsOf = ({ session, channelKind, address, phone, lastInAt, blocked, at }: Conversation) => ({
  channel: channelKind,
  ...{ address, phone, lastInAt, blocked: blocked ?? null, waitsAt: at },
  contact: session.contact,
  answers: session.answers,
})

/** Everything that is held about the person of a conversation, readable, as JSON, and their files; null when there is none. */
export async function myData(convId: string, deps: MyDataDeps): Promise<AsyncGenerator<ZipEntry> | null> {
  const [conversation] = await deps.conversations.byIds([convId])
  const town = conversation && (await deps.town(conversation.town))
  if (!conversation || !town || conversation.erasing) return null
  const subject = subjectOf(conversation, await deps.identities.keysOf(conversation.contactId))
  const [stored, files] = await Promise.all([deps.personalData.read(subject), deps.personalData.files(subject)])
  const at = deps.now()
  const named = files.map(file => ({ ...file, path: `files/${file.mediaId}${extensionOf(file.name, file.mime)}` }))
  const everything = shown({
    town: town.name,
    madeAt: at,
    person: factsOf(conversation),
    ...stored,
    files: named.map(({ path, name, kind, mime, at: keptAt }) => ({ path, name, kind, mime, at: keptAt })),
  })

  async function* entries(): AsyncGenerator<ZipEntry> {
    if (!conversation || !town) return
    const page = dataPage({ town, conversation, stored, files: named, at })
    yield { name: 'index.html', bytes: Buffer.from(page), at }
    yield { name: 'data.json', bytes: Buffer.from(JSON.stringify(everything, null, 2)), at }
    for (const file of named) {
      const read = await deps.media.read(town.key, file.mediaId)
      if (read) yield { name: file.path, bytes: read.bytes, at: file.at }
    }
  }
  return entries()
}

function extensionOf(name: string | null, mime: string): string {
  const own = name?.match(/\.[a-z0-9]{1,5}$/i)?.[0]
  return own ?? `.${mime.split('/')[1]?.replace(/[^a-z0-9]/gi, '') ?? 'bin'}`
}
