import type { TemplateTrouble } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { isDuplicate } from './duplicate.ts'

/** What the platform says of one template in one language, and since when it says so. */
export interface TemplateNews extends TemplateTrouble {
  name: string
  at: Date
}

interface StateRow extends TemplateNews {
  /** `channel|name|language` */
  _id: string
  channel: string
  /** Whether the town's administrators know, or need not. */
  isTold: boolean
  /** When somebody last set out to tell them. */
  tryAt: Date | null
}

const UNUSABLE = ['REJECTED', 'PAUSED', 'DISABLED', 'PENDING_DELETION', 'DELETED']
/** What administrators should hear of although nobody of them did it. */
const ALARMING = ['REJECTED', 'PAUSED', 'DISABLED']
const DAY_MS = 86_400_000
const STALE_DAYS = 7 // older news are no news
const AGAIN_MS = 10 * 60_000

export const templateStateIndexes = [{ key: { channel: 1, name: 1 } }, { key: { isTold: 1, at: 1 } }] as const

export type TemplateStateStore = ReturnType<typeof createTemplateStateStore>

/** How the templates of each channel stand with the platform. News that come late never replace newer ones. */
export function createTemplateStateStore(connection: Connection) {
  const states = connection.collection<StateRow>('template_states')
  const idOf = (channel: string, { name, language }: Pick<TemplateNews, 'name' | 'language'>) =>
    `${channel}|${name}|${language}`

  async function learn(channel: string, news: TemplateNews): Promise<void> {
    const _id = idOf(channel, news)
    const { name, language, state, reason, at } = news
    for (;;) {
      const former = await states.findOne({ _id })
      if (former && former.at > at) return
      const isTold = !ALARMING.includes(state) || (former?.state === state && former.isTold)
      const change = { name, language, state, reason, at, isTold, tryAt: null }
      if (former) {
        const { modifiedCount } = await states.updateOne({ _id, at: former.at, state: former.state }, { $set: change })
        if (modifiedCount === 1) return
        if (former.at.getTime() === at.getTime() && former.state === state) return // the same news again
        continue
      }
      try {
        await states.insertOne({ _id, channel, ...change })
        return
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    }
  }

  return {
    /** Single changes, as webhooks bring them. */
    async moved(channel: string, all: readonly TemplateNews[]): Promise<void> {
      for (const news of all) await learn(channel, news)
    },

    /** Every template of the account as it was at `at`, when the platform was asked. */
    async seen(channel: string, all: readonly Omit<TemplateNews, 'at'>[], at: Date): Promise<void> {
      const known = new Map((await states.find({ channel }).toArray()).map(row => [row._id, row]))
      const isKnown = (template: Omit<TemplateNews, 'at'>) =>
        known.get(idOf(channel, template))?.state === template.state
      const same = all.filter(isKnown).map(template => idOf(channel, template))
      if (same.length > 0) await states.updateMany({ _id: { $in: same }, at: { $lt: at } }, { $set: { at } })
      for (const template of all) if (!isKnown(template)) await learn(channel, { ...template, at })
    },

    /** What is wrong with a template in these languages, as far as the platform has told. */
    async troublesOf(channel: string, name: string, languages: readonly string[]): Promise<TemplateTrouble[]> {
      const rows = await states.find({ channel, name, state: { $in: UNUSABLE } }).toArray()
      return languages.flatMap(language => {
        const trouble = rows.find(row => row.language === language)
        return trouble ? [{ language, state: trouble.state, reason: trouble.reason }] : []
      })
    },

    /** Grants the untold bad news of each channel to one caller, who has ten minutes to tell them. */
    async claimUntold(now: Date): Promise<Map<string, TemplateNews[]>> {
      const since = new Date(now.getTime() - STALE_DAYS * DAY_MS)
      const untold = { isTold: false, at: { $gte: since } }
      const free = { $or: [{ tryAt: null }, { tryAt: { $lte: new Date(now.getTime() - AGAIN_MS) } }] }
      const claimed = new Map<string, TemplateNews[]>()
      for (const { _id, channel, name, language, state, reason, at } of await states
        .find({ ...untold, ...free })
        .toArray()) {
        const { modifiedCount } = await states.updateOne({ _id, at, isTold: false, ...free }, { $set: { tryAt: now } })
        if (modifiedCount === 0) continue
        claimed.set(channel, [...(claimed.get(channel) ?? []), { name, language, state, reason, at }])
      }
      return claimed
    },

    /** These news have been told; any that came meanwhile have not. */
    async told(channel: string, all: readonly TemplateNews[]): Promise<void> {
      for (const news of all)
        await states.updateOne({ _id: idOf(channel, news), state: news.state }, { $set: { isTold: true } })
    },
  }
}
