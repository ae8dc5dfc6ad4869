import type { StaffServer } from './live.ts'
import { agentsRoom, departmentRoom, staffRoom } from './rooms.ts'
import type { Throttled } from './throttled.ts'

const MOST_NAMED = 200 // in one hint; of more, screens look at everything they show

/** Of these conversations those that agents may read, by the department that lets them. */
export type ReadableBy = (townKey: string, convIds: readonly string[]) => Promise<ReadonlyMap<string, string[]>>

/**
 * Tells screens which conversations have something new: staff of all, agents of those of their departments' incidents.
 * At most once a second and town, and always once more after the last change.
 */
export function createConversationNews(
  io: StaffServer,
  throttled: Throttled,
  readableBy: ReadableBy,
  onFailure: (error: unknown) => void,
) {
  const changed = new Map<string, Set<string>>()

  async function tell(townKey: string): Promise<void> {
    const ids = [...(changed.get(townKey) ?? [])]
    changed.delete(townKey)
    if (ids.length > MOST_NAMED) {
      io.to([staffRoom(townKey), agentsRoom(townKey)]).emit('conversations_changed', { ids: null })
      return
    }
    io.to(staffRoom(townKey)).emit('conversations_changed', { ids })
    for (const [departmentId, readable] of await readableBy(townKey, ids)) {
      io.to(departmentRoom(townKey, departmentId)).emit('conversations_changed', { ids: readable })
    }
  }

  return (townKey: string, convId: string): void => {
    const waiting = changed.get(townKey) ?? new Set()
    changed.set(townKey, waiting.add(convId))
    throttled.send(`conversations ${townKey}`, () => void tell(townKey).catch(onFailure))
  }
}
