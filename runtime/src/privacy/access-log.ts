import type { Scope } from '../accounts/scope.ts'
import type { AuditStore } from '../stores/audit-store.ts'

const ONCE_MS = 10 * 60_000 // screens fetch again by themselves what a person has opened once
const MAX_REMEMBERED = 10_000

/** Writes down who looks at personal data: once for what somebody keeps looking at. */
export function createAccessLog({ audit, now }: { audit: Pick<AuditStore, 'append'>; now: () => Date }) {
  const seen = new Map<string, number>()

  return {
    /** Durable before it returns, so that nothing is shown unlogged. */
    async note({ townKey, personId }: Scope, action: string, object: string): Promise<void> {
      const key = `${townKey} ${personId} ${action} ${object}`
      const at = now()
      const last = seen.get(key)
      if (last !== undefined && at.getTime() - last < ONCE_MS) return
      await audit.append({ town: townKey, personId, action, object, at })
      if (seen.size >= MAX_REMEMBERED) seen.clear()
      seen.set(key, at.getTime())
    },
  }
}
