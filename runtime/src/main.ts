import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { hasPublicHolidays, withPublicHolidays } from './calendars/public-holidays.ts'
import { seedWhenEmpty } from './demo/seed-demo.ts'
import { welcome } from './demo/welcome.ts'
import { createLog } from './log.ts'
import { createRuntime } from './runtime.ts'
import { readSettings } from './settings.ts'

const CLOSE_MS = 15_000
const pagesFolder = fileURLToPath(new URL('../../designer/dist', import.meta.url))

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const log = createLog(settings.LOG_LEVEL)
  await tryPort(settings)
  if (settings.REDIS_URL) log.warn({ event: 'setting_not_used', setting: 'REDIS_URL' })
  await mkdir(settings.DATA_DIR, { recursive: true, mode: 0o700 })
  const runtime = await createRuntime({ settings, log, pagesFolder })
  const now = new Date()
  const secrets = await seedWhenEmpty(runtime, settings, now)
  const towns = await runtime.stores.towns.list()
  if (!secrets) await refreshHolidays(runtime, towns, now)
  await ensureAdministrator(runtime, settings)
  const url = await runtime.listen()
  process.stdout.write(welcome(url, towns.length > 0 ? towns.map(({ key }) => key) : [], secrets, settings.ADMIN_EMAIL))

  let isClosing = false
  const close = (signal: string) => {
    if (isClosing) return
    isClosing = true
    log.info({ event: 'closing', signal })
    setTimeout(() => process.exit(1), CLOSE_MS).unref()
    runtime.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
  process.on('unhandledRejection', error => {
    log.fatal({ event: 'unhandled', name: error instanceof Error ? error.name : typeof error })
    close('unhandledRejection')
  })
}

/** A taken port is found out before anything is made: the first start's passwords are shown only once. */
async function tryPort({ PORT, HOST }: ReturnType<typeof readSettings>): Promise<void> {
  const server = createServer()
  try {
    await once(server.listen(PORT, HOST), 'listening')
  } catch {
    throw new Error(`${HOST}:${PORT} is taken or not ours to use. Set PORT (and HOST) to another address.`)
  }
  server.close()
  await once(server, 'close')
}

type Started = Awaited<ReturnType<typeof createRuntime>>

/** Years go by: the holidays of the next two are worked out when they are not there yet. */
async function refreshHolidays({ stores }: Started, towns: readonly { key: string }[], now: Date): Promise<void> {
  for (const { key } of towns) {
    const town = await stores.towns.get(key)
    if (town && !hasPublicHolidays(town, now)) await stores.towns.save(await withPublicHolidays(town, now))
  }
}

/** `ADMIN_EMAIL` and `ADMIN_PASSWORD` name an administrator of all towns, demo or not. */
async function ensureAdministrator(
  { accounts }: Started,
  { ADMIN_EMAIL, ADMIN_PASSWORD }: ReturnType<typeof readSettings>,
): Promise<void> {
  if (ADMIN_EMAIL && ADMIN_PASSWORD) await accounts.ensureAdministrator(ADMIN_EMAIL, ADMIN_PASSWORD)
}

main().catch(error => {
  process.stderr.write(`\n  Pregoner could not start: ${error instanceof Error ? error.message : error}\n\n`)
  process.exit(1)
})
