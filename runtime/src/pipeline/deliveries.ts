import type { IncidentSummary } from '@pregoner/shared'
import type { DeliveryReport } from '../channels/channel.ts'
import type { IncidentStore } from '../stores/incident-store.ts'
import type { Send, SendState, SendStore } from '../stores/send-store.ts'

export interface DeliveryDeps {
  sends: SendStore
  incidents: Pick<IncidentStore, 'recordDelivery'>
  onIncident: (townKey: string, summary: IncidentSummary) => void
}

/** Follows our messages to the phone: into the outgoing log, and onto the incident whose answer they carry. */
export function createDeliveries({ sends, incidents, onIncident }: DeliveryDeps) {
  async function show(send: Send, st: SendState, failure: string | null): Promise<void> {
    if (!send.entryId) return
    const summary = await incidents.recordDelivery(send.town, send.convId, send.entryId, st, failure)
    if (summary) onIncident(send.town, summary)
  }

  return {
    /** What the sender itself has learned. */
    outcome: show,

    /** What the platform reports; durable before it returns. */
    async report(reports: readonly DeliveryReport[]): Promise<void> {
      await sends.report(reports)
      const ids = reports.flatMap(({ effectId }) => effectId ?? [])
      if (ids.length === 0) return
      for (const send of await sends.answersAmong(ids)) await show(send, send.st, send.error)
    },
  }
}
