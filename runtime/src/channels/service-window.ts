import { SERVICE_WINDOW_MINUTES } from '@pregoner/shared'
import type { Channel } from './channel.ts'

const WINDOW_MS = SERVICE_WINDOW_MINUTES * 60_000

/** When free messages to a contact end: a while after they last wrote. Null where the channel knows no such window. */
export const serviceWindowEnd = (kind: Channel['kind'], lastInAt: Date | null): Date | null =>
  kind === 'whatsapp' && lastInAt ? new Date(lastInAt.getTime() + WINDOW_MS) : null

/** Whether the channel accepts nothing but templates for this contact at this moment. */
export const isWindowClosed = (kind: Channel['kind'], lastInAt: Date | null, at: Date): boolean =>
  kind === 'whatsapp' && (lastInAt === null || at.getTime() - lastInAt.getTime() >= WINDOW_MS)
