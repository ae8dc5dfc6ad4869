import { defaultRetention, newContact, newSession, type RetentionPolicy, textMessage } from '@pregoner/shared'
import type { Scope } from '../runtime/src/accounts/scope.ts'
import { createRetention, type RetentionDeps } from '../runtime/src/privacy/retention.ts'
import { openLab } from './faults/lab.ts'
import { randomRows, storeRows } from './random-town.ts'
import { pothole } from './sample-town.ts'
import { smallFiles } from './whatsapp-double/index.ts'

const DAY_MS = 86_400_000
type Loose = { _id: string } & Record<string, unknown>

export const admin: Scope = {
  ...{ townKey: 'vila', role: 'administrator', departments: [], personId: 'a', personName: 'Anna' },
}
export const months = (count: number) => ({ count, unit: 'months' as const })
export const shortPolicy: RetentionPolicy = { ...defaultRetention, incidents: months(12) }

/** A town with more than a year behind it, the pipeline over it, and what lets go of what has been kept long enough. */
export async function openRetentionLab() {
  const lab = await openLab()
  const life = lab.begin()
  await storeRows(lab.connection, randomRows({ seed: 3, town: 'vila', until: lab.clock.now(), days: 460, events: 400 }))
  const failures: unknown[] = []
  const ago = (days: number) => new Date(lab.clock.now().getTime() - days * DAY_MS)
  const retention = (more: Partial<RetentionDeps> = {}) =>
    createRetention({
      ...lab.stores,
      order: life.pipeline.receive.order,
      onIncidents: life.pipeline.onIncidents,
      now: lab.clock.now,
      onFailure: error => failures.push(error),
      ...more,
    })
  const stored = (name: string) => lab.connection.collection<Loose>(name)
  const put = (name: string, row: Loose) => stored(name).insertOne({ town: 'vila', ...row })
  const newest = async () => (await lab.stores.retentions.newest('vila'))[0]

  /** Somebody who wrote long ago, sent a photo, and reported something that has the given status. */
  async function somebody(name: string, days: number, status: 'new' | 'closed' | null) {
    const convId = `vila:${name}`
    const at = ago(days)
    const its = { convId, channelId: 'vila' }
    const message = textMessage(`Hola, ${name}`, 'ca')
    const to = { type: 'phone', value: '34600111222' }
    await put('messages', { _id: `${name}-in`, ...its, seq: 1, at, text: `sóc ${name}`, media: [], place: null })
    const send = { ...its, message, to, createdAt: at, nextAt: at, attempts: 1, platformId: `p-${name}`, error: null }
    await put('sends', {
      _id: `${name}-out`,
      ...send,
      seq: 2,
      st: 'delivered',
      token: null,
      givenUp: [],
      entryId: null,
    })
    await put('events', {
      ...{ _id: `${name}-event`, convId, at, channelKind: 'whatsapp', language: 'ca', flowId: 'main', version: 1 },
      ...{ started: false, messagesIn: 1, messagesOut: 1, passages: [], subscriptions: [], ratings: [], ended: null },
      notUnderstood: [{ flowId: 'main', node: 'menu', text: `${name}?` }],
    })
    const file = await lab.stores.media.save('vila', smallFiles.photo, {
      owner: { kind: 'contact', contact: convId },
      mediaId: `photo-${name}`,
    })
    await stored('media').updateOne({ _id: file.mediaId }, { $set: { at } })
    await put('conversations', {
      ...{ _id: convId, channelId: 'vila', channelKind: 'whatsapp', contactId: name, rev: 1, at: null, dueAt: null },
      ...{
        lastInAt: at,
        address: to,
        phone: null,
        seq: 2,
        applied: [],
        outbox: [],
        session: newSession(newContact(name), 1),
      },
    })
    if (status) {
      const origin = {
        convId,
        channelId: 'vila',
        channelKind: 'whatsapp',
        contactName: name,
        windowEndsAt: null,
      } as const
      const effect = pothole({ reference: `VIL-${name}`, text: `el forat de ${name}`, media: [file] })
      await lab.stores.incidents.openIncident('vila', `${name}-incident`, origin, effect, at)
      await stored('incidents').updateOne({ _id: `${name}-incident` }, { $set: { status } })
    }
  }

  return {
    ...{ lab, life, failures, ago, retention, stored, put, newest, somebody },
    has: async (name: string, id: string) => (await stored(name).countDocuments({ _id: id })) > 0,
    /** Orders a run by hand and carries it out; its report. */
    async run(its = retention()) {
      lab.clock.advance(1_000)
      await its.order(admin)
      await its.sweep()
      return newest()
    },
    /** How much of a class would go today. */
    async wouldGo(name: string, policy: RetentionPolicy) {
      return (await retention().trial('vila', policy)).find(one => one.name === name)?.count
    },
    async close() {
      await life.pipeline.stop()
      await lab.close()
    },
  }
}
