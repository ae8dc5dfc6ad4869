import type { Input } from '@pregoner/shared'
import type { Logger } from 'pino'
import { NOBODY } from '../stores/anonymous.ts'
import type { IncidentStore } from '../stores/incident-store.ts'

export interface HandOverDeps {
  incidents: IncidentStore
  log: Logger
  /** Durable before it returns; the same `inputId` again changes nothing. */
  receiveOfficerInput: (convId: string, inputId: string, input: Input) => Promise<void>
}

/**
 * Hands what people said over to the conversations. It was saved with the incident in one write, so a crash at any
 * point only delays it: the sweep calls this again, for all incidents, and a repeated hand-over changes nothing.
 * Returns how many it handed over.
 */
export async function handOver(
  { incidents, log, receiveOfficerInput }: HandOverDeps,
  incidentId: string | null = null,
): Promise<number> {
  let handed = 0
  for (const pending of await incidents.pendingInputs(incidentId)) {
    try {
      if (pending.convId === NOBODY) {
        await incidents.recordDelivery(pending.town, NOBODY, pending.id, 'failed', 'erased')
        await incidents.dropPendingInput(pending.incidentId, pending.id)
        continue
      }
      await receiveOfficerInput(pending.convId, pending.id, pending.input)
      await incidents.dropPendingInput(pending.incidentId, pending.id)
      handed += 1
    } catch (error) {
      log.error({ event: 'hand_over_failed', name: error instanceof Error ? error.name : typeof error }) // stays pending
    }
  }
  return handed
}
