import type { TownData } from '@pregoner/shared'
import type { Mailer } from '../mail/mailer.ts'
import type { Claim, DigestStore } from '../stores/digest-store.ts'
import type { StatisticsStore } from '../stores/statistics-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { writeLetter } from './letter.ts'
import { type Week, weekToTell } from './weeks.ts'

export interface DigestDeps {
  digests: DigestStore
  statistics: StatisticsStore
  towns: TownStore
  mailer: Mailer
  /** Where the screens are; null when nobody has told. */
  publicUrl: string | null
  now: () => Date
}

const linkTo = (publicUrl: string, townKey: string, departmentId: string, { monday, sunday }: Week): string => {
  const search = new URLSearchParams({ period: 'own', from: monday, to: sunday, department: departmentId })
  return `${publicUrl.replace(/\/$/, '')}/t/${townKey}/statistics?${search}`
}

async function sendOne(deps: DigestDeps, town: TownData, claim: Claim, week: Week, departmentId: string, to: string) {
  const { digests, statistics, mailer, publicUrl, now } = deps
  const query = { period: 'own' as const, from: week.monday, to: week.sunday }
  const readers = {
    townKey: town.key,
    role: 'agent' as const,
    departments: [departmentId],
    personId: '',
    personName: '',
  }
  const [figures, workload] = await Promise.all([
    statistics.townStatistics(readers, query, now()),
    statistics.workload(readers, now()),
  ])
  const link = publicUrl && linkTo(publicUrl, town.key, departmentId, week)
  const letter = writeLetter({ town, departmentId, week, facts: { figures, workload }, link })
  if (!(await digests.begin(claim, now()))) return
  const outcome = await mailer.send({ to, ...letter })
  await digests.record(claim, outcome === 'unknown' ? 'failed' : outcome, now())
}

/** Sends every weekly letter whose time has come and that has not gone out; several processes may do so at once. */
export async function sendDueLetters(deps: DigestDeps): Promise<void> {
  const { digests, towns, now } = deps
  for (const { townKey, since } of await digests.townsOn()) {
    const town = await towns.get(townKey)
    const week = town && weekToTell(now(), town.timeZone)
    if (!town || !week || since > week.dueAt) continue // whoever turns it on on a Tuesday waits for Monday
    for (const { id, email } of town.departments) {
      const claim = email ? await digests.claim(townKey, week.monday, id, now()) : null
      if (claim && email) await sendOne(deps, town, claim, week, id, email)
    }
  }
}
