import type { TownData } from '@pregoner/shared'
import { departmentsOf } from '../accounts/scope.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { DigestChoiceStore } from '../stores/digest-choice-store.ts'
import type { DigestStopStore } from '../stores/digest-stop-store.ts'
import type { Claim, DigestStore } from '../stores/digest-store.ts'
import type { StatisticsStore } from '../stores/statistics-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { writeLetter } from './letter.ts'
import { type Reader, readersOf } from './readers.ts'
import type { StopTokens } from './stop-tokens.ts'
import { type Week, weekToTell } from './weeks.ts'

export interface DigestDeps {
  digests: DigestStore
  digestChoices: DigestChoiceStore
  digestStops: DigestStopStore
  stopTokens: StopTokens
  people: Pick<AccountStore, 'byIds'>
  statistics: StatisticsStore
  towns: TownStore
  mailer: Mailer
  /** Where the screens are; null when nobody has told. */
  publicUrl: string | null
  now: () => Date
}

const linkTo = (publicUrl: string, path: string, values: Record<string, string> = {}): string => {
  const search = new URLSearchParams(values)
  return `${publicUrl.replace(/\/$/, '')}/${path}${search.size > 0 ? `?${search}` : ''}`
}

async function sendOne(deps: DigestDeps, town: TownData, claim: Claim, week: Week, reader: Reader) {
  const { digests, statistics, mailer, publicUrl, stopTokens, now } = deps
  const { scope, language, addressee, to } = reader
  const query = { period: 'own' as const, from: week.monday, to: week.sunday }
  const [figures, workload] = await Promise.all([
    statistics.townStatistics(scope, query, now()),
    statistics.workload(scope, now()),
  ])
  const departments = departmentsOf(scope)
  const [only] = departments?.length === 1 ? departments : []
  const values = { ...query, ...(only !== undefined && { department: only }) }
  const whose = 'personId' in addressee ? addressee : { ...addressee, address: to }
  const stop = { town: town.key, townName: town.name, language, whose }
  const letter = writeLetter({
    ...{ town, departments, language, week, facts: { figures, workload } },
    reader: 'personId' in addressee ? 'person' : 'department',
    link: publicUrl && linkTo(publicUrl, `t/${town.key}/statistics`, values),
    stopLink: publicUrl && linkTo(publicUrl, `letters/stop/${stopTokens.make(stop)}`),
  })
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
    for (const reader of await readersOf(town, deps)) {
      const claim = await digests.claim(townKey, week.monday, reader.addressee, now())
      if (claim) await sendOne(deps, town, claim, week, reader)
    }
  }
}
