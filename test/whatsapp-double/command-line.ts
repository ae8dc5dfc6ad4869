import { parseArgs } from 'node:util'
import type { DoubleChannel } from './types.ts'

export const HELP = `A stand-in for WhatsApp: the Graph API, signed webhooks, and a page that looks like a phone.

  npx tsx --conditions=source test/whatsapp-double/cli.ts --demo http://127.0.0.1:3000
  npx tsx --conditions=source test/whatsapp-double/cli.ts \\
    --webhook http://127.0.0.1:3000/webhooks/whatsapp/manresa --phone-number-id demo-manresa \\
    --app-secret … --access-token … --port 4010

Then start the server with WHATSAPP_API_URL set to the address of the double, and open that address to chat.

  --demo URL              the channels of the five demo towns of a server at this address
  --webhook URL           where webhooks go                                        (repeat for more channels)
  --phone-number-id ID    the number's id at Meta                                  (once per --webhook)
  --display-number N      the number people see; made up when not given            (once per --webhook)
  --name NAME             verified name                                            (once per --webhook)
  --app-secret SECRET     signs webhooks; one for all, or one per --webhook        [WHATSAPP_APP_SECRET]
  --access-token TOKEN    expected from the server; one for all, or one each       [WHATSAPP_ACCESS_TOKEN]
  --verify-token TOKEN    for the handshake; one for all, or one each              [WHATSAPP_VERIFY_TOKEN]
  --port N                where the double listens                                 (4010)
  --host ADDRESS          on which address                                         (127.0.0.1)
  --delays A,B,C          ms until sent, delivered, read                           (200,600,2000)
  --no-limits             neither the pair limit nor the throughput are enforced; the 24-hour window is
  --seed N                same seed, same ids; random when not given
  --help                  this text
`

const DEMO_TOWNS = ['ciutadella', 'alzira', 'sant-cebria', 'manresa', 'empoli']

const options = {
  demo: { type: 'string' },
  webhook: { type: 'string', multiple: true },
  'phone-number-id': { type: 'string', multiple: true },
  'display-number': { type: 'string', multiple: true },
  name: { type: 'string', multiple: true },
  'app-secret': { type: 'string', multiple: true },
  'access-token': { type: 'string', multiple: true },
  'verify-token': { type: 'string', multiple: true },
  port: { type: 'string', default: '4010' },
  host: { type: 'string', default: '127.0.0.1' },
  delays: { type: 'string', default: '200,600,2000' },
  'no-limits': { type: 'boolean', default: false },
  seed: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** What the command line asks for; throws in words when something is missing. */
export function readCommandLine(args: string[], env: Record<string, string | undefined>) {
  const { values } = parseArgs({ args, options })
  const [sent = 0, delivered = 0, read = 0] = (values.delays ?? '').split(',').map(Number)
  const secrets = {
    'app-secret': values['app-secret'] ?? [env.WHATSAPP_APP_SECRET ?? ''],
    'access-token': values['access-token'] ?? [env.WHATSAPP_ACCESS_TOKEN ?? ''],
    'verify-token': values['verify-token'] ?? [env.WHATSAPP_VERIFY_TOKEN ?? ''],
  }
  const secret = (name: keyof typeof secrets, index: number) => secrets[name][index] ?? secrets[name][0] ?? ''

  const named = (values.webhook ?? []).map((webhookUrl, index) => ({
    webhookUrl,
    phoneNumberId: values['phone-number-id']?.[index] ?? '',
    verifiedName: values.name?.[index] ?? values['phone-number-id']?.[index] ?? '',
    displayNumber: values['display-number']?.[index],
  }))
  const demo = values.demo?.replace(/\/$/, '')
  const towns = DEMO_TOWNS.map(town => ({
    webhookUrl: `${demo}/webhooks/whatsapp/${town}`,
    phoneNumberId: `demo-${town}`,
    verifiedName: town.replace(/^./, letter => letter.toUpperCase()).replace('-', ' '),
    displayNumber: undefined,
  }))
  const channels = [...named, ...(demo ? towns : [])].map(
    ({ displayNumber, ...channel }, index): DoubleChannel => ({
      ...channel,
      displayNumber: displayNumber ?? `+34 910 000 00${index + 1}`,
      appSecret: secret('app-secret', index),
      accessToken: secret('access-token', index),
      verifyToken: secret('verify-token', index),
    }),
  )
  if (!values.help) check(channels)
  return {
    isHelp: values.help,
    channels,
    port: Number(values.port),
    host: values.host,
    statusDelaysMs: { sent, delivered, read },
    limits: { pair: !values['no-limits'], throughputPerSecond: values['no-limits'] ? null : 80 },
    ...(values.seed !== undefined && { seed: Number(values.seed) }),
  }
}

function check(channels: DoubleChannel[]) {
  if (channels.length === 0) throw new Error('Give --demo, or a --webhook with its --phone-number-id.')
  for (const { webhookUrl, phoneNumberId, appSecret, accessToken } of channels) {
    if (!URL.canParse(webhookUrl)) throw new Error(`--webhook ${webhookUrl} is not an address.`)
    if (!phoneNumberId) throw new Error(`--webhook ${webhookUrl} has no --phone-number-id.`)
    if (!appSecret) throw new Error('Give --app-secret (or WHATSAPP_APP_SECRET).')
    if (!accessToken) throw new Error('Give --access-token (or WHATSAPP_ACCESS_TOKEN).')
  }
}
