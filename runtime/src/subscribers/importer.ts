import type { SubscriberLine } from '@pregoner/shared'
import { createClock } from '../clock.ts'
import type { SubscriberImportRow, SubscriberImportStore } from '../stores/subscriber-import-store.ts'
import { type SubscriptionChange, type SubscriptionStore, subscriptionId } from '../stores/subscription-store.ts'
import { agreedAt } from './look-through.ts'

const SWEEP_MS = 5_000
const SHOWN_HASH_CHARS = 16 // of a SHA-256: enough to tell two files apart

export interface ImporterDeps {
  subscriberImports: Pick<SubscriberImportStore, 'underWay' | 'part' | 'partDone' | 'dropParts' | 'done'>
  subscriptions: Pick<SubscriptionStore, 'standing' | 'change'>
  now: () => Date
  onFailure: (error: unknown) => void
}

export type Importer = ReturnType<typeof createImporter>

/**
 * Takes files of subscribers in, part by part, once that was decided. Everything may be done twice: what a crash cuts off
 * is taken up again at the next start, to the end, and nobody is counted twice.
 */
export function createImporter({ subscriberImports, subscriptions, now, onFailure }: ImporterDeps) {
  function changeOf(row: SubscriberImportRow, line: SubscriberLine): SubscriptionChange {
    const { town, topicId, topicName, channelId, fileHash, fileName } = row
    const file = fileHash.slice(0, SHOWN_HASH_CHARS)
    return {
      id: `import:${town}:${topicId}:${file}:${line.line}`,
      topicName: `${topicName} · ${line.proof} (${fileName}, sha256 ${file}, ${line.line})`,
      row: {
        ...{ _id: subscriptionId(town, topicId, line.address), town, topicId, address: line.address, channelId },
        ...{ contactId: '', subscribed: true, at: agreedAt(line), messageId: null, source: 'import' },
      },
    }
  }

  async function takePart(row: SubscriberImportRow, part: number): Promise<void> {
    const { town, topicId, _id } = row
    const lines = await subscriberImports.part(town, _id.slice(town.length + 1), part)
    const addresses = lines.map(({ address }) => address)
    const known = await subscriptions.standing(town, topicId, addresses)
    // Whoever has subscribed or left since the file was looked through has said so themselves.
    const stays = (line: SubscriberLine) => {
      const standing = known.get(line.address)
      return !standing || (!standing.subscribed && standing.at <= agreedAt(line))
    }
    const changes = lines.filter(stays).map(line => changeOf(row, line))
    if (changes.length > 0) await subscriptions.change(changes)
    await subscriberImports.partDone(row, part, lines.length)
  }

  async function takeIn(row: SubscriberImportRow, isStopping: () => boolean): Promise<void> {
    for (let part = row.partsDone; part < row.parts; part += 1) {
      if (isStopping()) return
      await takePart(row, part)
    }
    await subscriberImports.done(row, now())
    await subscriberImports.dropParts(row.town, row._id.slice(row.town.length + 1))
  }

  const clock = createClock({
    everyMs: SWEEP_MS,
    async work(isStopping) {
      for (const row of await subscriberImports.underWay()) {
        if (isStopping()) return
        await takeIn(row, isStopping)
      }
    },
    onFailure,
  })
  return {
    ...clock,
    /** Begins now with what there is to be taken in. */
    wake: () => void clock.sweep().catch(onFailure),
  }
}
