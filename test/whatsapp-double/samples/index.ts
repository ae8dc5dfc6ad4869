import { readdirSync, readFileSync } from 'node:fs'
import { isRecord, type Json, recordOf, recordsOf } from '../json.ts'
import type { DoubleChannel } from '../types.ts'

/** One webhook body as Meta sends it; the name is its file's. */
export interface Sample {
  name: string
  envelope: Json
}

const folder = new URL('.', import.meta.url)

/** Every inbound type, status and field the WhatsApp platform documents, and some it does not have yet. */
export const samples: readonly Sample[] = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .sort()
  .map(file => ({
    name: file.replace(/\.json$/, ''),
    envelope: recordOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
  }))

/** A sample by its name; throws when there is none. */
export function sample(name: string): Sample {
  const found = samples.find(one => one.name === name)
  if (!found) throw new Error(`There is no sample ${name}`)
  return found
}

/** The same webhook as it would come for another number. */
export function addressedTo(
  envelope: Json,
  channel: Pick<DoubleChannel, 'phoneNumberId' | 'displayNumber' | 'wabaId'>,
) {
  const digits = channel.displayNumber.replace(/\D/g, '')
  const metadata = { display_phone_number: digits, phone_number_id: channel.phoneNumberId }
  const entry = recordsOf(envelope.entry).map(one => ({
    ...one,
    id: channel.wabaId ?? `waba-${channel.phoneNumberId}`,
    changes: recordsOf(one.changes).map(change => {
      const value = recordOf(change.value)
      return isRecord(value.metadata) ? { ...change, value: { ...value, metadata } } : change
    }),
  }))
  return { ...envelope, entry }
}
