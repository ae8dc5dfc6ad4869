import {
  type BroadcastDraft,
  type BulletinIssue,
  bulletinTexts,
  everySubscriber,
  issueDays,
  type TownData,
  townDate,
} from '@pregoner/shared'
import type { AuditStore } from '../stores/audit-store.ts'
import type { BroadcastStore } from '../stores/broadcast-store.ts'
import { type BulletinRow, type BulletinStore, issueId } from '../stores/bulletin-store.ts'
import { isDuplicate } from '../stores/duplicate.ts'
import type { TownStore } from '../stores/town-store.ts'

/** A late one that belongs to another day still goes out this soon after: just after midnight. */
const STILL_GOOD_MS = 2 * 3_600_000

export interface BulletinDeps {
  bulletins: BulletinStore
  broadcasts: Pick<BroadcastStore, 'get' | 'create' | 'begin'>
  towns: Pick<TownStore, 'get'>
  audit: Pick<AuditStore, 'append'>
  /** There is something to send. */
  onBroadcast: () => void
  now: () => Date
}

/** The notice of a day: made once, whoever tries again finds it. */
async function makeNotice(deps: BulletinDeps, row: BulletinRow, id: string, draft: BroadcastDraft): Promise<void> {
  try {
    await deps.broadcasts.create(row.town, id, draft, row.by, deps.now())
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}

async function issue(deps: BulletinDeps, row: BulletinRow, town: TownData, at: Date): Promise<BulletinIssue> {
  const { broadcasts, now } = deps
  const date = townDate(at, town.timeZone)
  const broadcastId = issueId(row._id, date)
  if (!(await broadcasts.get(town.key, broadcastId))) {
    const isOld = townDate(now(), town.timeZone) !== date && now().getTime() - at.getTime() > STILL_GOOD_MS
    if (isOld) return { date, outcome: 'missed', broadcastId: null }
    const text = bulletinTexts(row, town, at)
    if (!text) return { date, outcome: 'empty', broadcastId: null }
    const segment = { ...everySubscriber, topicIds: [row.topicId] }
    const notice = { name: `${row.name}, ${date}`, text, pictureId: null, segment, template: row.template ?? null }
    await makeNotice(deps, row, broadcastId, notice)
  }
  // Revision 1 is what was made above: one that was begun, by whomever, is left alone.
  await broadcasts.begin(town.key, broadcastId, 1, row.by, now())
  return { date, outcome: 'sent', broadcastId }
}

/**
 * Turns every bulletin whose time has come into a notice to its topic's subscribers, once a day: the notice has an id made
 * of the bulletin and the day, so that stopping anywhere and going on, or several at once, send nobody anything twice.
 */
export async function issueDue(deps: BulletinDeps, isStopping: () => boolean = () => false): Promise<void> {
  const { bulletins, towns, audit, now } = deps
  for (const row of await bulletins.due(now())) {
    const town = await towns.get(row.town)
    if (isStopping()) return
    if (!town || !row.nextAt) continue
    const done = await issue(deps, row, town, row.nextAt)
    if (await bulletins.note(row, done, now())) {
      const action = `bulletin.${done.outcome}`
      await audit.append({ town: town.key, personId: null, action, object: issueId(row._id, done.date), at: now() })
    }
    const [next] = issueDays(row, town.timeZone, now(), 1)
    if (next) await bulletins.goOn(row, next.at)
    if (done.outcome === 'sent') deps.onBroadcast()
  }
}
