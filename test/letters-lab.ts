import type { DigestDeps } from '../runtime/src/digest/send-due.ts'
import { createStopTokens } from '../runtime/src/digest/stop-tokens.ts'
import { createMailer } from '../runtime/src/mail/mailer.ts'
import { createSecrets } from '../runtime/src/secrets/secrets.ts'
import { createAccountStore } from '../runtime/src/stores/account-store.ts'
import { createDayFactsStore } from '../runtime/src/stores/day-facts-store.ts'
import { createDigestChoiceStore } from '../runtime/src/stores/digest-choice-store.ts'
import { createDigestStopStore } from '../runtime/src/stores/digest-stop-store.ts'
import { createDigestStore } from '../runtime/src/stores/digest-store.ts'
import { createGeographyStore } from '../runtime/src/stores/geography-store.ts'
import { ensureIndexes } from '../runtime/src/stores/indexes.ts'
import { createStatisticsStore } from '../runtime/src/stores/statistics-store.ts'
import { createTownStore } from '../runtime/src/stores/town-store.ts'
import { openTestDatabase } from './database.ts'
import { sampleTown } from './sample-town.ts'
import { startSmtpServer } from './smtp-server.ts'

/** Seven in the morning in the town. */
export const MONDAY = new Date('2026-11-30T06:00:00Z')

const incident = (id: string, openedAt: string, more: object = {}) => ({
  ...{ _id: id, town: 'vila', reference: id, departmentId: 'roads', category: 'pothole', language: 'ca', convId: 'c' },
  ...{ status: 'new', openedAt: new Date(openedAt), answeredAt: null, answers: {}, entries: [], ...more },
})

/** A town whose department has an address and a week behind it, a mail server, and a clock to be set. */
export async function openLettersLab() {
  const database = await openTestDatabase()
  const server = await startSmtpServer()
  const { connection } = database
  await ensureIndexes(connection)
  const towns = createTownStore(connection)
  const time = { at: MONDAY }
  const now = () => time.at
  const town = sampleTown()
  const [roads, parks] = town.departments
  if (!roads || !parks) throw new Error('no departments')
  roads.email = 'via@vila.example'
  roads.name = { ca: 'Via <pública>' }
  await towns.save(town)
  await connection.collection<{ _id: string }>('incidents').insertMany([
    incident('1', '2026-11-23T09:00:00Z', { answeredAt: new Date('2026-11-23T11:10:00Z') }),
    incident('2', '2026-11-29T22:59:00Z', { category: null }), // Sunday, a minute before midnight
    incident('3', '2026-11-29T23:01:00Z'), // Monday
    incident('4', '2026-11-18T09:00:00Z', { dueAt: new Date('2026-11-19T09:00:00Z') }),
    incident('5', '2026-11-25T09:00:00Z', { departmentId: 'parks' }),
  ])
  const deps: DigestDeps = {
    digests: createDigestStore(connection),
    digestChoices: createDigestChoiceStore(connection),
    digestStops: createDigestStopStore(connection),
    stopTokens: createStopTokens(createSecrets([Buffer.alloc(32, 7)])),
    people: createAccountStore(connection),
    statistics: createStatisticsStore(connection, {
      ...{ towns, dayFacts: createDayFactsStore(connection, now) },
      geographies: createGeographyStore(connection, now),
    }),
    towns,
    mailer: createMailer(server.url, 'pregoner@vila.example'),
    publicUrl: 'https://pregoner.example/',
    now,
  }
  return {
    ...{ database, server, deps, time },
    later(minutes: number): void {
      time.at = new Date(time.at.getTime() + minutes * 60_000)
    },
    async close(): Promise<void> {
      await server.close()
      await database.close()
    },
  }
}
