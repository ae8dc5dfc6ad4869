import { HELP, readCommandLine } from './command-line.ts'
import { startWhatsAppDouble } from './double.ts'
import { META_RETRY_DELAYS_MS } from './world.ts'

const MAX_SEED = 2 ** 31

try {
  const { isHelp, ...options } = readCommandLine(process.argv.slice(2), process.env)
  if (isHelp) console.log(HELP)
  else await run(options)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error('--help tells how.')
  process.exitCode = 2
}

async function run(options: Omit<ReturnType<typeof readCommandLine>, 'isHelp'>) {
  const seed = Math.floor(Math.random() * MAX_SEED) // other ids than last time: the server remembers what it has seen
  const double = await startWhatsAppDouble({ seed, retryDelaysMs: META_RETRY_DELAYS_MS, ...options })
  for (const [index, { phoneNumberId: channel }] of options.channels.entries()) {
    double.person({ channel, phone: `+3460011122${index}`, name: 'Lucía Ferrer' })
    double.person({ channel, username: `marc.pi${index}`, name: 'Marc Pi' })
  }
  console.log(`Phones and Graph API: ${double.url}`)
  console.log(`Start the server with WHATSAPP_API_URL=${double.url}`)
  for (const { phoneNumberId, webhookUrl } of options.channels) console.log(`  ${phoneNumberId} → ${webhookUrl}`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void double.close())
}
