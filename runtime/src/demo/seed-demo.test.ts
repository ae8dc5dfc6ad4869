import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoTowns } from '@pregoner/seeds'
import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { createRuntime } from '../runtime.ts'
import { readSettings } from '../settings.ts'
import { seedTown, seedWhenEmpty } from './seed-demo.ts'

const now = new Date('2026-11-23T10:00:00Z')

test('a first start that was interrupted is taken up by the next one, and only a new password signs out', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-test-'))
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ADMIN_EMAIL: 'Alcaldia@Vila.Example' })
  const runtime = await createRuntime({ settings, log: createLog('silent'), pagesFolder: null })
  const [first] = demoTowns(now)
  const lost = { password: 'never-shown', whatsapp: { appSecret: 'a', verifyToken: 'b', accessToken: 'c' } }
  await runtime.stores.installation.beginFilling()
  if (first) await seedTown(runtime, first, lost, now)

  const secrets = await seedWhenEmpty(runtime, settings, now)
  expect((await runtime.stores.towns.list()).length).toBe(5)
  await expect(runtime.accounts.signIn('alcaldia@vila.example', secrets?.password ?? '', 'here')).resolves.toBeTruthy()
  expect((await runtime.stores.channels.secrets(first?.town.key ?? '')).appSecret).toBe(secrets?.whatsapp.appSecret)

  expect(await seedWhenEmpty(runtime, settings, now)).toBeNull()
  const { token } = await runtime.accounts.signIn('alcaldia@vila.example', secrets?.password ?? '', 'here')
  await runtime.accounts.ensureAdministrator('alcaldia@vila.example', secrets?.password ?? '')
  expect(await runtime.accounts.sessionOf(token)).not.toBeNull()
  await runtime.accounts.ensureAdministrator('alcaldia@vila.example', 'una-altra-de-nova')
  expect(await runtime.accounts.sessionOf(token)).toBeNull()
  await runtime.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('on a public holiday, too, every demo town begins with tests that pass', async () => {
  const christmas = new Date('2026-12-25T10:00:00Z')
  const dataDir = await mkdtemp(join(tmpdir(), 'pregoner-test-'))
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  const runtime = await createRuntime({ settings, log: createLog('silent'), pagesFolder: null })
  const secrets = { password: 'never-shown', whatsapp: { appSecret: 'a', verifyToken: 'b', accessToken: 'c' } }
  const failing: unknown[] = []
  for (const demo of demoTowns(christmas)) {
    await seedTown(runtime, demo, secrets, christmas)
    for (const flow of demo.flows) {
      expect(await runtime.stores.flowTests.count(demo.town.key, flow.id)).toBeGreaterThan(0)
      failing.push(...((await runtime.publishing.failingTests(demo.town.key, flow)) ?? []))
    }
  }
  expect(failing).toEqual([])
  await runtime.close()
  await rm(dataDir, { recursive: true, force: true })
})
