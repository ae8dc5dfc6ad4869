import { randomUUID } from 'node:crypto'
import { askedId, interfaceLanguages, subscriberImport, type TownData, textIn } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { csvHeaders, csvOf } from '../exports/csv.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { ChannelStore } from '../stores/channel-store.ts'
import { importView, type SubscriberImportStore } from '../stores/subscriber-import-store.ts'
import type { SubscriptionStore } from '../stores/subscription-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { lookThrough } from '../subscribers/look-through.ts'
import { reportWords } from '../subscribers/report-words.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

const MAX_FILE_BYTES = 64 * 1024 * 1024
const MAX_SHOWN_FAULTS = 20

export interface SubscriberImportDeps {
  subscriberImports: SubscriberImportStore
  subscriptions: Pick<SubscriptionStore, 'standing'>
  channels: Pick<ChannelStore, 'ofTown'>
  towns: Pick<TownStore, 'get'>
  audit: AuditStore
  /** There is a file to be taken in. */
  onImport: () => void
  now: () => Date
}

const importId = z.uuid()
/** Files of people who said yes elsewhere: looked through first, then taken in as a whole. */
export function subscriberImportRoutes(deps: SubscriberImportDeps): Route[] {
  const { subscriberImports, subscriptions, channels, towns, audit, onImport, now } = deps

  async function shown(townKey: string, id: string) {
    const row = await subscriberImports.get(townKey, id)
    if (!row) throw new AppError('not_found')
    return importView(row, MAX_SHOWN_FAULTS)
  }

  async function topicIn(townKey: string, wanted: string): Promise<{ town: TownData; topic: TownData['topics'][0] }> {
    const town = await towns.get(townKey)
    const topic = town?.topics.find(({ id }) => id === wanted)
    if (!town || !topic) throw new AppError('not_found')
    return { town, topic }
  }

  return [
    townRoute({
      method: 'post',
      path: '/towns/:town/subscriber-imports',
      summary: 'Looks through a CSV file of numbers with day and proof of consent, and says what is wrong by line.',
      roles: ['administrator'],
      query: z.strictObject({ topic: askedId(), name: z.string().max(300).default('') }),
      maxStreamBytes: MAX_FILE_BYTES,
      answer: subscriberImport,
      async run({ townKey }, { query, request }) {
        const { town, topic } = await topicIn(townKey, query.topic)
        const channel = (await channels.ofTown(townKey)).find(({ kind }) => kind === 'whatsapp')
        const id = randomUUID()
        await lookThrough(
          request,
          {
            ...{ id, townKey, country: town.country, topic, channelId: channel?.key ?? '', now: now() },
            ...{ topicName: textIn(topic.name, town.defaultLanguage, town.defaultLanguage) },
            ...{ fileName: query.name, maxBytes: MAX_FILE_BYTES },
          },
          { imports: subscriberImports, subscriptions },
        )
        return shown(townKey, id)
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/subscriber-imports/:id',
      summary: 'How far a file of subscribers has been taken in.',
      roles: ['administrator'],
      params: { id: importId },
      answer: subscriberImport,
      run: ({ townKey }, { params }) => shown(townKey, params.id),
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/subscriber-imports/:id/take',
      summary: 'Takes a file in that has no faults: all of it, even if the server stops meanwhile.',
      roles: ['administrator'],
      params: { id: importId },
      answer: subscriberImport,
      async run({ townKey, personId }, { params }) {
        const row = await subscriberImports.begin(townKey, params.id)
        if (row) {
          await audit.append({ town: townKey, personId, action: 'subscribers.import', object: row.topicId, at: now() })
          onImport()
        }
        const known = await shown(townKey, params.id)
        if (known.state === 'faulty') throw new AppError('not_possible')
        return known
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/subscriber-imports/:id/report',
      summary: 'Every line of a file that is no good, and why, as a CSV file.',
      roles: ['administrator'],
      params: { id: importId },
      query: z.strictObject({ in: z.enum(interfaceLanguages).default('ca') }),
      async run({ townKey }, { params, query, response }) {
        const row = await subscriberImports.get(townKey, params.id)
        if (!row) throw new AppError('not_found')
        const words = reportWords[query.in]
        const faults = [...row.faults].sort((one, other) => one.line - other.line)
        const lines = faults.map(({ line, code, value }) => [line, value, words.faults[code]])
        response.set(csvHeaders(`${townKey}-${row.topicId}.csv`)).send(csvOf([words.head, ...lines]))
      },
    }),
  ]
}
