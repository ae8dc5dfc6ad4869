import type { Connection } from 'mongoose'
import { pack, unpack } from './packed-lines.ts'
import type { Subject } from './personal-data.ts'

type Whose = Pick<Subject, 'town' | 'addresses'>
type Collections = Pick<Connection, 'collection'>
type Row = { _id: string; town: string }

const numbersOf = ({ addresses }: Whose) =>
  addresses.filter(each => each.startsWith('+')).map(each => Number(each.slice(1)))

/** Files of subscribers whose report names somebody. */
export const namedInFaults = ({ town, addresses }: Whose) => ({ town, 'faults.value': { $in: addresses } })

export async function clearFaults(subject: Whose, connection: Collections): Promise<void> {
  const imports = connection.collection<Row & { faults: { value: string }[] }>('subscriber_imports')
  for (const { _id, faults } of await imports.find(namedInFaults(subject)).toArray()) {
    const kept = faults.filter(({ value }) => !subject.addresses.includes(value))
    await imports.updateOne({ _id, town: subject.town }, { $set: { faults: kept } })
  }
}

/** Parts of files somebody is set aside in until the file is taken in. */
export const setAside = (subject: Whose) => ({ town: subject.town, numbers: { $in: numbersOf(subject) } })

/** Whoever goes is not taken in later: their place in the part stays empty. */
export async function clearSetAside(subject: Whose, connection: Collections): Promise<void> {
  const parts = connection.collection<Row & { numbers: number[]; packed: Buffer }>('subscriber_import_parts')
  const theirs = numbersOf(subject)
  for (const row of await parts.find(setAside(subject), { promoteBuffers: true }).toArray()) {
    const isTheirs = (index: number) => theirs.includes(row.numbers[index] ?? 0)
    const numbers = row.numbers.map((number, index) => (isTheirs(index) ? 0 : number))
    const lines = await unpack(row.packed)
    const packed = await pack(lines.map((line, index) => (isTheirs(index) ? [line[0], '', ''] : line)))
    await parts.updateOne({ _id: row._id, town: subject.town }, { $set: { numbers, packed } })
  }
}
