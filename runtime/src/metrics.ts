import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Figures for `GET /metrics`. Labels never hold a person's data. */
export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const webhooks = new Counter({
    name: 'pregoner_webhooks_total',
    help: 'Webhook calls by answer',
    labelNames: ['status'],
    registers,
  })
  const webhookSeconds = new Histogram({
    name: 'pregoner_webhook_seconds',
    help: 'Time to answer a webhook',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  })
  const notes = new Counter({
    name: 'pregoner_security_notes_total',
    help: 'Refused or odd webhooks',
    labelNames: ['event'],
    registers,
  })
  const steps = new Counter({ name: 'pregoner_steps_total', help: 'Committed steps', registers })
  const sends = new Counter({
    name: 'pregoner_sends_total',
    help: 'Messages handed over by outcome',
    labelNames: ['outcome'],
    registers,
  })
  const failures = new Counter({
    name: 'pregoner_failures_total',
    help: 'Failures of the pipeline by place',
    labelNames: ['place'],
    registers,
  })
  const pending = new Gauge({ name: 'pregoner_inbox_pending', help: 'Items not yet applied', registers })
  const unsent = new Gauge({
    name: 'pregoner_sends_unfinished',
    help: 'Messages not yet accepted or failed',
    registers,
  })
  return {
    registry,
    webhook(status: number, milliseconds: number) {
      webhooks.inc({ status: String(status) })
      webhookSeconds.observe(milliseconds / 1000)
    },
    note: (event: string) => notes.inc({ event }),
    stepped: (count: number) => steps.inc(count),
    sent: (outcome: string) => sends.inc({ outcome }),
    failed: (place: string) => failures.inc({ place }),
    pending,
    unsent,
  }
}
