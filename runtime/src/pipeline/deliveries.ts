import type { IncidentSummary } from '@pregoner/shared'
import type { DeliveryReport } from '../channels/channel.ts'
import type { IncidentStore } from '../stores/incident-store.ts'
import type { Send, SendState, SendStore } from '../stores/send-store.ts'
import { MAX_LATER_MS, MAX_SENDS } from './send.ts'

const BACKOFF = 4
const OPTED_OUT = 131_050 // WhatsApp Cloud API: the person has stopped marketing messages of this business

export interface DeliveryDeps {
  sends: SendStore
  incidents: Pick<IncidentStore, 'recordDelivery'>
  onIncident: (townKey: string, summary: IncidentSummary) => void
  /** The person this was sent to wants no more notices. */
  onOptOut: (send: Send) => Promise<void>
  now: () => Date
}

/** Follows our messages to the phone: into the outgoing log, and onto the incident whose answer they carry. */
export function createDeliveries({ sends, incidents, onIncident, onOptOut, now }: DeliveryDeps) {
  async function show(send: Send, st: SendState, failure: string | null): Promise<void> {
    if (st === 'failed' && failure?.startsWith(`${OPTED_OUT} `)) await onOptOut(send)
    if (!send.entryId) return
    const summary = await incidents.recordDelivery(send.town, send.convId, send.entryId, st, failure)
    if (summary) onIncident(send.town, summary)
  }

  /** The platform took it and gave it up for now: tried again with growing pauses, as often as any other send. */
  async function tryAgain(report: DeliveryReport): Promise<void> {
    const send = await sends.reported(report)
    const isOver = !send || send.attempts >= MAX_SENDS || now().getTime() - send.createdAt.getTime() > MAX_LATER_MS
    if (isOver) return sends.report([report])
    const pauseMs = (report.againAfterMs ?? 0) * BACKOFF ** Math.max(0, send.attempts - 1)
    await sends.queueAgain(report, new Date(now().getTime() + pauseMs))
  }

  return {
    /** What the sender itself has learned. */
    outcome: show,

    /** What the platform reports; durable before it returns. */
    async report(reports: readonly DeliveryReport[]): Promise<void> {
      const final = reports.filter(({ againAfterMs }) => againAfterMs === null)
      if (final.length > 0) await sends.report(final)
      for (const report of reports) if (report.againAfterMs !== null) await tryAgain(report)
      for (const report of final.filter(({ status, error }) => status === 'failed' && error?.code === OPTED_OUT)) {
        const send = await sends.reported(report)
        if (send) await onOptOut(send)
      }
      const ids = reports.flatMap(({ effectId }) => effectId ?? [])
      if (ids.length === 0) return
      for (const send of await sends.afterReports(ids)) await show(send, send.st, send.error)
    },
  }
}
