import { createLog, createRuntime, type Runtime, readSettings, seedTown } from '@pregoner/runtime'
import { ACCESS_TOKEN, APP_SECRET, secrets } from '../faults/open-server.ts'
import { vila } from '../faults/vila.ts'
import type { WhatsAppDouble } from '../whatsapp-double/index.ts'

/** More than one number, because the platform's own limit is 80 messages a second for each. */
const NUMBERS = 16
export const numbers = Array.from({ length: NUMBERS }, (_, index) => `number-${index}`)

export const runtimeFor = (env: Record<string, string>, onCommand?: (name: string) => void): Promise<Runtime> =>
  createRuntime({
    settings: readSettings({ PORT: '0', LOG_LEVEL: 'silent', ...env }),
    log: createLog('silent'),
    pagesFolder: null,
    ...(onCommand && { onCommand }),
  })

/** Puts the town and its numbers into the database. */
export async function seed(runtime: Runtime): Promise<void> {
  await seedTown(runtime, vila, secrets, new Date())
  await runtime.stores.towns.save({ ...vila.town, allowedHosts: [] })
  for (const key of numbers) {
    const channel = { key, kind: 'whatsapp', townKey: 'vila', displayNumber: null, phoneNumberId: key } as const
    await runtime.stores.channels.save({ ...channel, state: 'live', pausedReason: null }, secrets.whatsapp)
  }
}

export function connectNumbers(double: WhatsAppDouble, url: string): void {
  for (const phoneNumberId of numbers) {
    double.addChannel({
      phoneNumberId,
      displayNumber: '34910000001',
      appSecret: APP_SECRET,
      accessToken: ACCESS_TOKEN,
      webhookUrl: `${url}/webhooks/whatsapp/${phoneNumberId}`,
    })
  }
}
