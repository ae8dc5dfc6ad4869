import { parseArgs } from 'node:util'
import { demoTowns } from '@pregoner/seeds'
import { createLog, createRuntime, demoSecrets, readSettings, seedPeople, seedTown } from '../src/index.ts'

const help = `npm run seed                        creates the demo towns that are missing
npm run seed -- --reset manresa     sets one demo town back to how it was; conversations and incidents stay
npm run seed -- --password <word>   gives everybody of the demo towns a new password

The server must not be running with the embedded database: only one process may hold it.`

const wishes = () =>
  parseArgs({ options: { reset: { type: 'string' }, password: { type: 'string' }, help: { type: 'boolean' } } }).values

async function seed(): Promise<void> {
  const values = wishes()
  if (values.help) {
    process.stdout.write(`${help}\n`)
    return
  }
  const settings = readSettings({ ...process.env, ...(values.password ? { ADMIN_PASSWORD: values.password } : {}) })
  const now = new Date()
  const towns = demoTowns(now)
  if (values.reset !== undefined && !towns.some(({ town }) => town.key === values.reset)) {
    throw new Error(
      `There is no demo town "${values.reset}". There are: ${towns.map(({ town }) => town.key).join(', ')}`,
    )
  }
  const runtime = await createRuntime({ settings, log: createLog('warn'), pagesFolder: null })
  try {
    const known = new Set((await runtime.stores.towns.list()).map(({ key }) => key))
    const secrets = demoSecrets(settings)
    const wanted = towns.filter(({ town }) => !known.has(town.key) || town.key === values.reset)
    for (const demo of wanted)
      await seedTown(runtime, demo, secrets, now, known.has(demo.town.key) ? 'keep_secrets' : 'new_secrets')
    const isFirst = known.size === 0
    if (isFirst || values.password) {
      await seedPeople(runtime, towns, secrets.password, settings.ADMIN_EMAIL)
      process.stdout.write(`Password of the demo towns: ${secrets.password}\n`)
    }
    if (wanted.some(({ town }) => !known.has(town.key))) {
      const { appSecret, verifyToken, accessToken } = secrets.whatsapp
      process.stdout.write(
        `WhatsApp app secret ${appSecret}, verify token ${verifyToken}, access token ${accessToken}\n`,
      )
    }
    process.stdout.write(
      wanted.length > 0 ? `Ready: ${wanted.map(({ town }) => town.name).join(', ')}\n` : 'Nothing was missing.\n',
    )
  } finally {
    await runtime.close()
  }
}

seed().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
})
