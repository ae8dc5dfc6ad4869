import { createReminderClock } from './appointments/reminder-clock.ts'
import { createBroadcastClock } from './broadcasts/broadcast-clock.ts'
import { createBroadcaster } from './broadcasts/broadcaster.ts'
import type { Progress } from './broadcasts/progress.ts'
import { createBulletinClock } from './bulletins/bulletin-clock.ts'
import type { Channels } from './channels/channels.ts'
import type { Clock } from './clock.ts'
import { sendDueLetters } from './digest/send-due.ts'
import type { StopTokens } from './digest/stop-tokens.ts'
import { createLettersClock } from './mail/letters-clock.ts'
import { createMailer } from './mail/mailer.ts'
import { tellTemplates } from './mail/tell-templates.ts'
import type { Pipeline } from './pipeline/pipeline.ts'
import { createRetention } from './privacy/retention.ts'
import { createRetentionClock } from './privacy/retention-clock.ts'
import type { DueDeps } from './publishing/publish-due.ts'
import { createPublishingClock } from './publishing/publishing-clock.ts'
import type { Settings } from './settings.ts'
import type { Live } from './sockets/live.ts'
import { createDayClock } from './statistics/day-clock.ts'
import type { Stores } from './stores/stores.ts'
import { createImporter } from './subscribers/importer.ts'

interface ClocksDeps {
  stores: Stores
  settings: Settings
  publishing: DueDeps
  pipeline: Pipeline
  channels: Pick<Channels, 'get'>
  live: Pick<Live, 'appointmentsChanged'>
  progress: Progress
  stopTokens: StopTokens
  now: () => Date
  /** Counts and notes a failure of one of them; the next time may do better. */
  failed: (place: string) => (error: unknown) => void
}

/** Everything that is looked after again and again while the server runs; nothing is begun before it is started. */
export function createClocks(deps: ClocksDeps) {
  const { stores, settings, pipeline, channels, live, progress, stopTokens, now, failed } = deps
  const mailer = settings.SMTP_URL && settings.SMTP_FROM ? createMailer(settings.SMTP_URL, settings.SMTP_FROM) : null
  const mailed = mailer && { ...stores, mailer, stopTokens, publicUrl: settings.PUBLIC_URL ?? null, now }
  const dueLetters = mailed ? [() => sendDueLetters(mailed), () => tellTemplates(mailed)] : []
  const retention = createRetention({
    ...stores,
    order: pipeline.receive.order,
    onIncidents: pipeline.onIncidents,
    now,
    onFailure: failed('retention'),
  })
  const retentionClock = createRetentionClock(retention, failed('retention'))
  const broadcaster = createBroadcaster({
    ...stores,
    openChannel: channels.get,
    town: stores.towns.get,
    receive: pipeline.receive,
    inFlight: pipeline.bulk,
    progress,
    now,
    onFailure: failed('broadcast'),
  })
  const importer = createImporter({ ...stores, now, onFailure: failed('import') })
  const reminded = {
    ...stores,
    town: stores.towns.get,
    windowTemplateOf: async (key: string) => (await stores.channels.byKey(key))?.windowTemplate ?? null,
    receiveOfficerInput: pipeline.receiveOfficerInput,
    onAppointment: live.appointmentsChanged,
    now,
  }
  const onBroadcast = broadcaster.wake
  const planned = { ...stores, town: stores.towns.get, now, onBroadcast, onFailure: failed('broadcast_clock') }
  const soon: Clock[] = [
    createPublishingClock(deps.publishing, failed('publishing')),
    createLettersClock(dueLetters, failed('letters')),
    retentionClock,
    createReminderClock(reminded, failed('reminders')),
    createBroadcastClock(planned),
    createBulletinClock({ ...stores, onBroadcast, now }, failed('bulletin')),
    broadcaster,
    importer,
  ]
  const days = createDayClock(stores, failed('statistics'))
  return {
    ...{ mailer, retention, retentionClock, broadcaster, importer },
    /** `soon` are those whose work is due within the minute. */
    clocks: { soon, all: [...soon, days] },
  }
}
