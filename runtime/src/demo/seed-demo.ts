import { randomBytes, randomUUID } from 'node:crypto'
import type { DemoTown } from '@pregoner/seeds'
import { type Act, issueDays, simulate, simulatedFlows, toldLines } from '@pregoner/shared'
import { hashPassword } from '../accounts/passwords.ts'
import { withPublicHolidays } from '../calendars/public-holidays.ts'
import { publish } from '../routes/publishing.ts'
import type { Runtime } from '../runtime.ts'
import type { Settings } from '../settings.ts'

const AUTHOR = 'Pregoner'

/** What the reader of the first start's output needs, said once and stored nowhere in clear. */
export interface DemoSecrets {
  password: string
  whatsapp: { appSecret: string; verifyToken: string; accessToken: string }
}

const random = (bytes: number) => randomBytes(bytes).toString('hex')

export const demoSecrets = (settings: Settings): DemoSecrets => ({
  password: settings.ADMIN_PASSWORD ?? `vila-${random(5)}`,
  whatsapp: {
    appSecret: settings.WHATSAPP_APP_SECRET ?? random(16),
    verifyToken: settings.WHATSAPP_VERIFY_TOKEN ?? random(32),
    accessToken: settings.WHATSAPP_ACCESS_TOKEN ?? random(32),
  },
})

/** Sign-in name of a demo person: `officer@manresa.example`. */
export const demoEmail = (personKey: string, townKey: string): string => `${personKey}@${townKey}.example`

/** Publishes whatever tests say: those that people have kept since are about drawings that are set back. */
async function seedFlows({ stores, publishing }: Runtime, { town, flows }: DemoTown, now: Date): Promise<void> {
  const untested = { ...publishing, failingTests: undefined }
  for (const flow of flows) {
    const draft = await stores.flows.draft(town.key, flow.id)
    const author = { by: AUTHOR, at: now }
    if (!draft) await stores.flows.create(town.key, flow, author)
    else await stores.flows.save(town.key, flow, draft.rev, author)
  }
  // Sub-flows before the flows that run them: a version freezes what is published then.
  const isRun = (flowId: string) => flows.some(({ nodes }) => nodes.some(({ config }) => config.flowId === flowId))
  const ordered = [...flows].sort((a, b) => Number(isRun(b.id)) - Number(isRun(a.id)))
  for (const { id } of ordered) {
    const rev = (await stores.flows.draft(town.key, id))?.rev ?? 0
    const note = 'Demo'
    await publish(untested, { townKey: town.key, personId: null, personName: AUTHOR }, id, { rev, note })
  }
}

/** Keeps the demo's conversations as tests, with what is read in them on the drawings as they are delivered. */
async function seedTests({ stores }: Runtime, { town, flows, tests = [] }: DemoTown, now: Date): Promise<void> {
  for (const { id, flowId, name, says } of tests) {
    const flow = flows.find(one => one.id === flowId)
    if (!flow) throw new Error(`the demo has a test of ${flowId}, but no such flow`)
    const setup = { name: 'Joana', language: null, startsAt: now.toISOString(), seed: 1 }
    const acts = says.map((text): Act => ({ kind: 'say', said: { text, choiceId: null, media: [], place: null } }))
    const { lines } = simulate(simulatedFlows(flow, flows, town), setup, acts)
    const test = { id, name, setup, acts, lines: toldLines(lines) }
    await stores.flowTests.save(town.key, flowId, test, { by: AUTHOR, at: now })
  }
}

/** Sets the demo's bulletins back; those that people have made stay. */
async function seedBulletins({ stores }: Runtime, { town, bulletins = [] }: DemoTown, now: Date): Promise<void> {
  for (const { id, ...draft } of bulletins) {
    const [next] = draft.isOn ? issueDays(draft, town.timeZone, now, 1) : []
    const written = { by: AUTHOR, changedAt: now, nextAt: next?.at ?? null }
    const row = { _id: `${town.key}-${id}`, town: town.key, ...draft, ...written }
    const known = await stores.bulletins.get(town.key, row._id)
    await (known ? stores.bulletins.change(row, known.rev) : stores.bulletins.create(row))
  }
}

/** Creates a demo town or sets it back to how it was: town, channels, drawings. Conversations and incidents stay. */
export async function seedTown(
  runtime: Runtime,
  demo: DemoTown,
  secrets: DemoSecrets,
  now: Date,
  channelSecrets: 'new_secrets' | 'keep_secrets' = 'new_secrets',
): Promise<void> {
  const { stores } = runtime
  const { channels } = demo
  const town = await withPublicHolidays(demo.town, now)
  await stores.towns.save(town)
  for (const { key, kind, displayNumber } of channels) {
    const isWhatsApp = kind === 'whatsapp'
    await stores.channels.save(
      {
        key,
        kind,
        townKey: town.key,
        displayNumber,
        phoneNumberId: isWhatsApp ? `demo-${town.key}` : null,
        state: 'live',
        pausedReason: null,
      },
      isWhatsApp && channelSecrets === 'new_secrets' ? secrets.whatsapp : {},
    )
  }
  if (demo.geography) await stores.geographies.save(town.key, demo.geography)
  await seedFlows(runtime, demo, now)
  await seedTests(runtime, { ...demo, town }, now)
  await seedBulletins(runtime, demo, now)
}

/** Gives everybody of the demo towns the one demo password, and makes the installation's first administrator. */
export async function seedPeople(
  { stores }: Runtime,
  towns: readonly DemoTown[],
  password: string,
  adminEmail: string | undefined,
): Promise<void> {
  const passwordHash = await hashPassword(password)
  async function save(
    email: string,
    name: string,
    parts: Parameters<typeof stores.people.save>[0]['parts'],
    allTowns: boolean,
  ) {
    const known = await stores.people.byEmail(email)
    await stores.people.save({ id: randomUUID(), email, name, passwordHash, parts, allTowns, isDisabled: false })
    if (known) await stores.people.closeSignInsOf(known.id)
  }
  for (const { town, people } of towns) {
    for (const { key, name, role, departments } of people) {
      await save(demoEmail(key, town.key), name, [{ townKey: town.key, role, departments }], false)
    }
  }
  await save(adminEmail ?? 'admin@pregoner.example', 'Administració', [], true)
}

/**
 * Fills an empty database with the five demo towns, or one whose first start was interrupted. Returns the secrets to
 * print, or null when there was data already.
 */
export async function seedWhenEmpty(runtime: Runtime, settings: Settings, now: Date): Promise<DemoSecrets | null> {
  const { installation, towns: known } = runtime.stores
  const isEmpty = (await known.list()).length === 0
  if (settings.SEED_DEMO === '0' || !(isEmpty || (await installation.isHalfFilled()))) return null
  await installation.beginFilling()
  const secrets = demoSecrets(settings)
  const { demoTowns } = await import('@pregoner/seeds') // needed at the first start only
  const towns = demoTowns(now)
  for (const demo of towns) await seedTown(runtime, demo, secrets, now)
  await seedPeople(runtime, towns, secrets.password, settings.ADMIN_EMAIL)
  await installation.endFilling()
  return secrets
}
